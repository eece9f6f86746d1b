"""The screens of a class: the teacher's, which is projected, and the pupil's."""
