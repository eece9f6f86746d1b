"""A class plays one deck together: the lesson and its rules, the server, its clients, what is kept and what is told."""
