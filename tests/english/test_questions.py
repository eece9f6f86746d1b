"""Whole questions of ours in English by grammar and word lists, or not at all."""

import pytest

from quiz.english.questions import phrase, question, statement

ASKED = {
    # who does or undergoes something, counted
    "Combien de personnes ont été tuées à Metz ?": "How many people were killed in Metz?",
    "Combien de foyers sont toujours privés d’électricité ?": "How many households are still deprived of electricity?",
    "Combien d’enquêtes ont déjà été ouvertes par la police ?": (
        "How many investigations have already been opened by the police?"
    ),
    "Combien d’élèves n’ont pas réussi l’examen ?": "How many pupils did not pass the exam?",
    "Combien de soldats peuvent être envoyés au Mali ?": "How many soldiers can be sent to Mali?",
    # what somebody does, inverted
    "Combien de ministères le SPD a-t-il obtenus en mars ?": "How many ministries did the SPD obtain in March?",
    "Quelle place Ada Morin prend-elle ?": "What place does Ada Morin take?",
    "Combien le pont de Metz a-t-il coûté ?": "How much did the bridge of Metz cost?",
    "Combien de morts le séisme a-t-il faits ?": "How many deaths did the earthquake cause?",
    "À quel âge Lou Morin s’est-il éteint le 3 mars 2016 ?": "At what age did Lou Morin die on March 3, 2016?",
    "De quel pourcentage les prix ont-ils augmenté ?": "By what percentage did the prices increase?",
    "En quelle année la société Filou a-t-elle été fondée ?": "In what year was the Filou company founded?",
    # the subject last
    "À combien s’élève le coût de la réforme ?": "How much does the cost of the reform amount to?",
    "Où se trouve le musée national ?": "Where is the national museum located?",
    "Quelle fonction occupait Ada Morin au sein du groupe Filou en mai 2016 ?": (
        "What position did Ada Morin hold at the Filou group in May 2016?"
    ),
    # one counts
    "Combien de victimes dénombre-t-on parmi les passagers ?": "How many victims were there among the passengers?",
    "Combien de blessés y a-t-il à l’hôpital ?": "How many injured people are there in hospital?",
    # who and what
    "Qui était, en mai 2016, le ministre québécois des transports ?": (
        "Who was the Quebec Minister of Transport in May 2016?"
    ),
    "Qui a remporté le tournoi ?": "Who won the tournament?",
    "Quel est le budget du ministère de l’Intérieur ?": "What is the budget of the Ministry of the Interior?",
    # what stands before
    "Selon le gouvernement, combien de maisons ont été détruites ?": (
        "According to the government, how many houses were destroyed?"
    ),
    "Vers 21h30, à Metz (Moselle), combien de manifestants ont été arrêtés ?": (
        "Around 9:30 p.m., in Metz (Moselle), how many demonstrators were arrested?"
    ),
    "Sur les 55 passagers, combien de Russes retrouve-t-on ?": "Of the 55 passengers, how many Russians are found?",
}


@pytest.mark.parametrize(("french", "english"), ASKED.items())
def test_a_question_is_put_into_english_whole(french, english):
    assert question(french) == english


@pytest.mark.parametrize(
    "french",
    [
        "Combien de zorglubs ont été tués ?",  # a word nobody knows
        "Combien de personnes auraient été tuées ?",  # the conditional reports what may not be so
        "Qui a dit : « Nous verrons » ?",  # somebody's words
        "Combien de compétitrices la transition favorise-t-elle dans lequel se trouve ?",  # no sentence
        "À combien de voix le candidat s’incline-t-il ?",
    ],
)
def test_what_is_not_sure_stays_french(french):
    assert question(french) is None


PHRASES = {
    "une agence d’information nord-coréenne": "a North Korean news agency",
    "une compétition internationale de patinage artistique": "an international figure skating competition",
    "le président du Conseil régional": "the president of the Regional Council",
    "des milliers de manifestants": "thousands of demonstrators",
    "le ministère de la Santé": "the Ministry of Health",
    "vice-ministre des Affaires étrangères": "Deputy Minister of Foreign Affairs",
    "une université": "a university",
    "l’encyclopédie en ligne Filou": "the online encyclopedia Filou",
    "Ada Morin": "Ada Morin",
    "un zorglub": None,
}


@pytest.mark.parametrize(("french", "english"), PHRASES.items())
def test_a_noun_phrase_is_put_into_english_whole(french, english):
    assert phrase(french) == english


def test_a_known_name_stays_even_where_its_words_are_common():
    assert question("Qui a créé Gare Centrale ?", ["Gare Centrale"]) == "Who created Gare Centrale?"


def test_whose_it_is_is_said_only_where_it_is_known():
    assert question("À quel âge Ada Morin a-t-elle pris sa retraite ?") == "At what age did Ada Morin retire?"
    assert question("Combien de buts Ada Morin a-t-elle marqués avec son équipe ?") is None


@pytest.mark.parametrize(
    "text", ["", "?", "«", "Combien ?", "Combien de ?", "de de de ?", "a-t-il ?", "\u202f?", "le", "(" * 50]
)
def test_nothing_breaks_it(text):
    question(text)
    phrase(text)


WRITTEN = {
    "Quand Ada Morin avait-elle levé 300 000 euros ?": "When had Ada Morin raised 300,000 euros?",
    "Quel jour le juge a-t-il convoqué Ada Morin ?": "On what day did the judge summon Ada Morin?",
    "Avec qui le club a-t-il signé un accord ?": "With whom did the club sign an agreement?",
    "Quelle entreprise a lancé une application ?": "Which company launched an application?",
    "Le gouverneur de quel État a démissionné ?": "The governor of which state resigned?",
    "Qui est revenu à Metz ?": "Who returned to Metz?",
    "Qui est inscrit sur la liste ?": "Who is registered on the list?",
    "Quelle autoroute relie Marseille à Toulon ?": "What highway connects Marseille to Toulon?",
    "À quel club le maire a-t-il livré le chèque ?": "To which club did the mayor deliver the check?",
    "À combien les assureurs estiment-ils les dégâts ?": "At how much do the insurers estimate the damage?",
    "Combien d’habitants compte Metz ?": "How many inhabitants does Metz have?",
    "Combien de buts Ada Morin a-t-elle marqués ?": "How many goals did Ada Morin score?",
    "Combien de morts l’ouragan Zeta a-t-il faits ?": "How many deaths did Hurricane Zeta cause?",
    "Qui a été accusé d’avoir tué deux personnes ?": "Who was accused of killing two people?",
    "Combien de stations-service ont indiqué être en rupture d’au moins un produit ?": (
        "How many gas stations reported being out of at least one product?"
    ),
    "Qui vient d’être condamné ?": "Who has just been convicted?",
    "Qui a remis sa démission ?": "Who resigned?",
    "Qui a perdu son titre ?": "Who lost their title?",
    "Quel club a perdu son stade ?": "Which club lost its stadium?",
    "Quelle est la plus grande ville du pays ?": "What is the biggest city of the country?",
    "Qui est élue députée de Metz ?": "Who is elected member of parliament of Metz?",
    "Combien de Gilets jaunes ont été arrêtés sur la place de la Bourse ?": (
        "How many Yellow Vests were arrested on Place de la Bourse?"
    ),
    "Quelle place le Français Lou Morin prend-il ?": "What place does the Frenchman Lou Morin take?",
}


@pytest.mark.parametrize(("french", "english"), WRITTEN.items())
def test_the_rarer_shapes_of_questions(french, english):
    assert question(french) == english


def test_whose_is_not_said_of_somebody_in_another_clause():
    assert question("Qui a annoncé que le Canada cessera ses frappes ?") is None


PARTS = {
    "Qui le ministre a-t-il félicité ?": "Whom did the minister congratulate?",
    "Sur le littoral de quel État le séisme a-t-il été ressenti ?": (
        "On the coast of which state was the earthquake felt?"
    ),
    "En provenance de quel club Lou Morin est-il arrivé ?": "From which club did Lou Morin arrive?",
    "Lundi 23 janvier, qui a signé le décret ?": "On Monday, January 23, who signed the decree?",
    "Qui reste très populaire en Bavière ?": "Who remains very popular in Bavaria?",
    "Qui est la plus rapide ?": "Who is the fastest?",
    "Quelle est la ville la plus riche du pays ?": "What is the richest city of the country?",
    "Qui a enregistré un séisme de magnitude 7,9 ?": "Who recorded a magnitude-7.9 earthquake?",
    "Qui a aidé le pays à sortir de la crise ?": "Who helped the country to leave the crisis?",
    "Combien de personnes sont mortes depuis 1990 ?": "How many people have died since 1990?",
    "Combien de Belges ont été arrêtés ?": "How many Belgians were arrested?",
    "Qui a remporté la course devant les deux Belges ?": "Who won the race ahead of the two Belgians?",
    "Qui a remporté la saison 2016 ?": "Who won the 2016 season?",
    "Qui a remporté la saison 2016-2017 ?": "Who won the 2016–2017 season?",
    "Sur un an, combien de maisons ont été détruites ?": "Over one year, how many houses were destroyed?",
    "Du 28 juillet au 25 septembre 1973, qui est le commandant ?": (
        "From July 28 to September 25, 1973, who is the commander?"
    ),
    "Qui a couru quatre fois dans toute la France ?": "Who ran four times throughout France?",
    "Qui estime que la mobilisation est finie ?": "Who believes that the mobilization is finished?",
    "Combien de cyclistes ont mené un convoi de la gare jusqu’au parc ?": (
        "How many cyclists led a convoy from the train station up to the park?"
    ),
    "Qui a commenté la réponse du Président ?": "Who commented on the answer of the President?",
}


@pytest.mark.parametrize(("french", "english"), PARTS.items())
def test_parts_of_what_is_asked_for_and_degrees(french, english):
    assert question(french) == english


@pytest.mark.parametrize(
    "french",
    [
        "Dans quel département les coureurs font course ensemble ?",
        "De 25 %, à combien le taux de chômage est-il passé ?",
        "Qui a battu les Britanniques Ada Morin et Lou Petit ?",
        "Qui se présente seule ?",
        "Qui a été blessé à la tête ?",
        "Qui a visité la Main Jaune ?",
    ],
)
def test_what_english_says_otherwise_stays_french(french):
    assert question(french) is None


def test_a_statement_on_where_or_when_is_put_into_english():
    assert statement("C’est à Metz que le vaccin est produit.") == "It is in Metz that the vaccine is produced."
    assert statement("C’est en mars 2016 que le maire a démissionné.") == (
        "It was in March 2016 that the mayor resigned."
    )
    assert statement("C’est le maire que le club a battu.") is None


def test_a_question_that_breaks_off_stays_french():
    assert question("Qui est des ?") is None


def test_some_of_one_thing_and_some_of_another():
    assert question("Qui fabrique des miniatures et des accessoires ?") == "Who manufactures miniatures and props?"
    assert question("Qui a annoncé la hausse du prix des pommes et des poires ?") is None


WHOSE = {
    "À quelle place Marion Petit a-t-elle terminé sa course ?": "In what place did Marion Petit finish her race?",
    "En quelle année l’usine Filou avait-elle réduit son activité ?": (
        "In what year had the Filou factory reduced its activity?"
    ),
    "Quel jour la ministre a-t-elle présenté son budget ?": "On what day did the minister present her budget?",
    "À quelle place Filou Zorg a-t-il terminé sa course ?": None,  # a firm or a man
}


@pytest.mark.parametrize(("french", "english"), WHOSE.items())
def test_whose_it_is_follows_the_subject(french, english):
    assert question(french) == english


def test_whose_it_is_in_a_statement():
    assert statement("C’est à Metz que le député a annoncé son départ.") == (
        "It was in Metz that the member of parliament announced his departure."
    )


PARTS_OF_DAYS = {
    "Combien de foyers étaient privés d’électricité lundi soir ?": (
        "How many households were deprived of electricity on Monday evening?"
    ),
    "Dans la nuit du samedi 15 au dimanche 16 mai, combien de personnes ont été blessées ?": (
        "On the night of Saturday, May 15 to Sunday, May 16, how many people were injured?"
    ),
    "Depuis dimanche soir, combien de trains ont été annulés ?": (
        "Since Sunday evening, how many trains have been canceled?"
    ),
    "Le 19 mai 2018 au matin, combien de policiers ont été blessés ?": (
        "On the morning of May 19, 2018, how many police officers were injured?"
    ),
    "À quelles dates le championnat du monde s’est-il déroulé à Metz ?": (
        "On what dates did the world championship take place in Metz?"
    ),
}


@pytest.mark.parametrize(("french", "english"), PARTS_OF_DAYS.items())
def test_parts_of_days_and_nights(french, english):
    assert question(french) == english


WHO_IS_TO = {
    "Combien de lois ont permis aux élèves de chaque école de se qualifier ?": (
        "How many laws allowed the pupils of each school to qualify?"
    ),
    "Qui a demandé mardi aux ministres de ne pas rester à Metz ?": (
        "Who asked the ministers on Tuesday not to remain in Metz?"
    ),
    "Combien de joueurs sont suspectés par la police de truquer des matchs ?": (
        "How many players are suspected by the police of fixing matches?"
    ),
    "Qui a empêché les manifestants d’entrer dans la gare ?": (
        "Who prevented the demonstrators from entering the train station?"
    ),
}


@pytest.mark.parametrize(("french", "english"), WHO_IS_TO.items())
def test_who_is_to_do_what(french, english):
    assert question(french) == english


SHIFTED = {
    "Qui avait remporté en 1956 la course de Metz ?": "Who had won the race of Metz in 1956?",
    "Qui est mort le dimanche 15 mai 2016 à l’âge de 73 ans ?": "Who died on Sunday, May 15, 2016 at the age of 73?",
    "Qui participe lundi soir à la course de Metz ?": "Who takes part in the race of Metz on Monday evening?",
}


@pytest.mark.parametrize(("french", "english"), SHIFTED.items())
def test_what_stands_between_a_verb_and_its_object_goes_behind_it(french, english):
    assert question(french) == english


GOVERNED = {
    "Combien de villes proches de Metz ont été touchées par la tempête ?": (
        "How many cities close to Metz were affected by the storm?"
    ),
    "Combien de personnes sont capables de résister à la maladie ?": "How many people are able to resist the disease?",
}


@pytest.mark.parametrize(("french", "english"), GOVERNED.items())
def test_adjectives_with_what_they_take(french, english):
    assert question(french) == english


MENDED = {
    "Combien de blessés y a-t-il eu ?": "How many injured people were there?",
    "De combien de morts le bilan fait-il état ?": "How many deaths does the toll report?",
    "À combien s’établit la baisse sur un an ?": "What does the decrease over one year stand at?",
    "En combien de temps Ada Morin a-t-elle terminé la course ?": "In what time did Ada Morin finish the race?",
    "À combien l’institut Filou estime-t-il le nombre de naissances ?": (
        "At how much does the Filou institute estimate the number of births?"
    ),
    "Combien de suicides compte-t-on depuis le début de l’année ?": (
        "How many suicides have been counted since the beginning of the year?"
    ),
    "Combien de personnes sont mortes en tentant de traverser la mer ?": (
        "How many people died while trying to cross the sea?"
    ),
    "Combien de policiers est-ce que des manifestants ont blessés ?": (
        "How many police officers did demonstrators injure?"
    ),
}


@pytest.mark.parametrize(("french", "english"), MENDED.items())
def test_what_read_wrong_once(french, english):
    assert question(french) == english


RELATED = {
    "Jusqu'à combien de foyers étaient privés d'électricité ?": (
        "Up to how many households were deprived of electricity?"
    ),
    "À combien le taux de chômage des jeunes est-il passé en mai, alors qu'il était de 25,7 % jusque-là ?": (
        "What did the youth unemployment rate change to in May, from 25.7%?"
    ),
    "Quel pourcentage d’entre elles utilisent la technologie ?": "What percentage of them use the technology?",
    "Combien d’ours vivent dans la forêt que traverse la route ?": (
        "How many bears live in the forest that the road crosses?"
    ),
    "Combien de personnes vivent dans la ville dans laquelle le président habite ?": (
        "How many people live in the city in which the president lives?"
    ),
    "Combien de personnes ont été tuées à 200 kilomètres au nord de Metz ?": (
        "How many people were killed 200 kilometers north of Metz?"
    ),
    "Combien de personnes vivent à 15 km de Metz ?": "How many people live 15 km from Metz?",
    "De combien a monté le niveau du fleuve en seulement 24 heures ?": (
        "By how much did the level of the river rise in only 24 hours?"
    ),
    "Quel pourcentage des jeunes Espagnols sont au chômage ?": (
        "What percentage of the young Spanish people are unemployed?"
    ),
    "À combien de mètres d’altitude le signal a-t-il disparu ?": (
        "At how many meters above sea level did the signal disappear?"
    ),
}


@pytest.mark.parametrize(("french", "english"), RELATED.items())
def test_relative_clauses_distances_and_changes(french, english):
    assert question(french) == english


WIDER = {
    "En battant quel pays l’équipe a-t-elle remporté la course ?": (
        "By beating which country did the team win the race?"
    ),
    "Face à quel pays l’équipe s’est-elle inclinée en finale ?": (
        "Against which country did the team lose in the final?"
    ),
    "Quel pays fait face à une crise économique, sociale et politique ?": (
        "Which country faces an economic, social and political crisis?"
    ),
    "Qui fut le premier à développer un moteur ?": "Who was the first to develop an engine?",
    "Quelle organisation a revendiqué l’attentat moins de deux heures après ?": (
        "Which organization claimed the attack less than two hours later?"
    ),
    "Quel pays est sur le point de quitter la cour ?": "Which country is about to leave the court?",
    "Laquelle de ces entreprises développe, comme Filou, des outils de génération de vidéo ?": (
        "Which of these companies, like Filou, develops video generation tools?"
    ),
    "Combien de temps reste-t-il pour participer au financement ?": "How much time is left to take part in funding?",
    "En quelle année a eu lieu la réunion ?": "In what year did the meeting take place?",
    "Quel pays voit son économie se développer ?": "Which country sees its economy develop?",
}


@pytest.mark.parametrize(("french", "english"), WIDER.items())
def test_wider_shapes(french, english):
    assert question(french) == english


ASIDES = {
    "Qui a avoué lundi avoir tué le maire ?": "Who confessed on Monday to killing the mayor?",
    "Quel pays a perdu en quarts de finale du tournoi ?": "Which country lost in the quarterfinals of the tournament?",
    "Quelle institution a adopté de manière définitive une loi ?": "Which institution adopted a law definitively?",
    "Vers quel boulevard est-ce que les manifestants convergent ?": "What boulevard do the demonstrators converge on?",
    "Qui a remporté l’épreuve du 10 km à Rio ?": "Who won the 10 km event in Rio?",
    "Combien de vélos ont été vendus à l’automne 2018 ?": "How many bicycles were sold in fall 2018?",
    "Qui a annoncé une hausse de 3 % du prix de l’essence ?": "Who announced an increase of 3% in the gasoline price?",
}


@pytest.mark.parametrize(("french", "english"), ASIDES.items())
def test_asides_times_and_changes(french, english):
    assert question(french) == english


GIVEN = {
    "C’est l’Allemagne qui possède la plus grosse capacité.": "It is Germany that owns the biggest capacity.",
    "C’est la Russie qui a annoncé son départ.": "It was Russia that announced its departure.",
    "C’est à Metz que les gendarmes ont expulsé les manifestants de la gare.": (
        "It was in Metz that the gendarmes expelled the demonstrators from the train station."
    ),
    "C’est à Metz que des lycéens ont bloqué la rue.": "It was in Metz that high school students blocked the street.",
}
GIVEN_TO = {
    "Quel jour la police a-t-elle expulsé des diplomates accusés d’espionnage ?": (
        "On what day did the police expel diplomats accused of espionage?"
    ),
    "En quelle année le maire a-t-il demandé aux habitants de partir ?": (
        "In what year did the mayor ask the inhabitants to leave?"
    ),
    "Combien de soldats ont été déployés en appui aux gendarmes et à la police ?": (
        "How many soldiers were deployed in support of the gendarmes and the police?"
    ),
    "Combien de sièges l’alliance a-t-elle perdus ?": "How many seats did the alliance lose?",
    "Quelle usine avait supprimé 700 emplois et fortement réduit son activité ?": (
        "What factory had cut 700 jobs and strongly reduced its activity?"
    ),
    "Combien de personnes ont subi une vague d’attaques violentes ?": (
        "How many people underwent a wave of violent attacks?"
    ),
    "Au 8 avril 2017, combien de blessés dénombre-t-on ?": "As of April 8, 2017, how many people were injured?",
}


@pytest.mark.parametrize(("french", "english"), GIVEN.items())
def test_a_statement_on_who_does_what_to_whom(french, english):
    assert statement(french) == english


@pytest.mark.parametrize(("french", "english"), GIVEN_TO.items())
def test_who_does_what_to_whom(french, english):
    assert question(french) == english


ODD = {
    "Combien de vols ont été annulés à l’aéroport de Metz ?": ("How many flights were canceled at Metz airport?"),
    "Combien de vols ont eu lieu ?": None,  # flights, or thefts
    "Combien de compétitions ont permis aux six meilleurs de chaque discipline de se qualifier ?": (
        "How many competitions allowed the six best of each discipline to qualify?"
    ),
    "Combien de stations-service Total sont fermées ?": "How many Total gas stations are closed?",
}


@pytest.mark.parametrize(("french", "english"), ODD.items())
def test_odd_nouns(french, english):
    assert question(french) == english


LATER = {
    "Entre 10h et 11h, combien de personnes ont été arrêtées ?": (
        "Between 10 a.m. and 11 a.m., how many people were arrested?"
    ),
    "À quelle place Lou Petit arrive-t-il avec 15 % des voix ?": (
        "In what place does Lou Petit finish with 15% of the votes?"
    ),
    "Qui a réduit la dette à 5 % ?": "Who reduced the debt to 5%?",
    "Qui s’est rendu à Beyrouth en mai 2014 ?": "Who went to Beirut in May 2014?",
    "Quel club a reporté le match au 27 juillet ?": "Which club postponed the match to July 27?",
    "Qui a signé le retrait des États-Unis du traité de Metz ?": (
        "Who signed the withdrawal of the United States from the treaty of Metz?"
    ),
    "Dans quel département la tempête a-t-elle fait un mort ?": "In which department did the storm cause a death?",
}


@pytest.mark.parametrize(("french", "english"), LATER.items())
def test_later_readings(french, english):
    assert question(french) == english


UNSEEN = {
    "Combien de personnes blessées et hospitalisées dénombre-t-on dans la gare ?": (
        "How many people injured and hospitalized are counted in the train station?"
    ),
    "Combien de sièges le parti a-t-il remportés au parlement ?": "How many seats did the party win in the parliament?",
    "Le parquet de quelle ville a ouvert une enquête après une collision ayant fait deux morts ?": (
        "The prosecutor's office of which city opened an investigation after a collision having caused two deaths?"
    ),
    "Quelle entreprise a publié ses résultats du quatrième trimestre 2018 ?": (
        "Which company published its results of the fourth quarter of 2018?"
    ),
    "Quelle entreprise a distribué 3,5 milliards de dividendes en 2015 ?": (
        "Which company distributed 3.5 billion dividends in 2015?"
    ),
    "De combien d’emplois le groupe a-t-il annoncé la suppression ?": (
        "How many jobs did the group announce the elimination of?"
    ),
    "Combien de stations-services ont été fermées toute la nuit ?": "How many gas stations were closed all night?",
    "Combien de maisons ont été évacuées à titre préventif ?": "How many houses were evacuated preventively?",
    "Combien d’enfants âgés de six à 23 mois ont été vaccinés ?": (
        "How many children aged six to 23 months were vaccinated?"
    ),
    "En quelle année un vaccin à trois doses a-t-il été approuvé ?": (
        "In what year was a vaccine with three doses approved?"
    ),
    "En battant Metz, quel club a terminé l’année en tête ?": (
        "By beating Metz, which club finished the year in the lead?"
    ),
    "Qui a été élu maire en octobre dernier ?": "Who was elected mayor last October?",
}


@pytest.mark.parametrize(("french", "english"), UNSEEN.items())
def test_what_other_papers_write(french, english):
    assert question(french) == english


IDIOMATIC = {
    "Combien de détenus ont été tués dans la prison de Manaus ?": "How many inmates were killed in Manaus prison?",
    "Combien de détenus ont été tués dans la prison de Metz ?": "How many inmates were killed in the prison in Metz?",
    "Qui a déposé une gerbe au cimetière d’Arlington ?": "Who laid a wreath at Arlington Cemetery?",
    "Qui a dirigé l’orchestre symphonique de Prague ?": "Who led the Prague Symphony Orchestra?",
    "Combien d’élèves l’université de Metz compte-t-elle ?": "How many pupils does the university of Metz count?",
    "Combien de blessés dénombre-t-on dans la fusillade de Metz ?": (
        "How many people were injured in the Metz shooting?"
    ),
    "Combien de morts dénombre-t-on lors du cyclone ?": "How many deaths were there during the cyclone?",
    "Par qui la course a-t-elle été remportée ?": "Who won the race?",
    "Par qui a été fondée la société ?": "Who founded the company?",
    "Par qui la ville a-t-elle été prise en mai 2016 ?": "Who took the city in May 2016?",
    "Par qui le tournoi est-il remporté à Metz ?": "Who wins the tournament in Metz?",
    "À quelle place Lou Petit arrive-t-il ?": "In what place does Lou Petit finish?",
    "Pendant combien de temps la neige a-t-elle bloqué la route ?": "For how long did snow block the road?",
    "Combien de têtes nucléaires les États-Unis possèdent-ils ?": (
        "How many nuclear warheads does the United States have?"
    ),
    "Qui avait été accueilli par un concert de casseroles ?": "Who had been welcomed by a banging of pots and pans?",
    "Quelle ville a accueilli les Jeux olympiques ?": "Which city hosted the Olympic Games?",
    "Quelle équipe a remporté la Coupe de la Ligue de handball ?": "Which team won the Handball League Cup?",
    "Quelle association réclame une politique de soutien à l’emploi ?": (
        "Which association demands a policy of support for employment?"
    ),
    "Qui a quitté le club à 2h59 le matin du 11 janvier ?": "Who left the club at 2:59 a.m. on January 11?",
    "Qui a travaillé à Metz la majeure partie de 2017 ?": "Who worked in Metz for most of 2017?",
    "Qui a surpris en proposant un accord ?": "Who caused surprise by proposing an agreement?",
    "Quel jour la sonde devait-elle atteindre Mars ?": "On what day was the probe to reach Mars?",
    "Qui a adopté de manière définitive une loi réduisant la dette publique du pays ?": (
        "Who definitively adopted a law reducing the public debt of the country?"
    ),
    "Qui a lancé le 7 juillet une procédure de sanction pour déficits publics excessifs envers Metz et la Moselle ?": (
        "On July 7, who launched a sanction procedure for excessive public deficits against Metz and Moselle?"
    ),
    "Quel pays est depuis plus de six mois sans gouvernement ?": (
        "Which country has gone more than six months without a government?"
    ),
    "Combien d’agents surveillent la place depuis plusieurs minutes ?": (
        "How many officers have monitored the place for several minutes?"
    ),
    "Qui a remporté l’épreuve du 10 km en eau libre ?": "Who won the 10 km open-water event?",
    "Combien d’arrêts Lou Petit a-t-il réalisés ?": "How many saves did Lou Petit make?",
    "Quelle équipe s’est imposée aux Jeux olympiques de Rio ?": "Which team won at the Rio Olympic Games?",
    "Qui a annoncé que la neige est tombée dans l’Aude depuis le 4 mai ?": (
        "Who announced that snow has fallen in Aude since May 4?"
    ),
    "Qui a été élue à la tête du parti ?": "Who was elected leader of the party?",
    "En combien de temps Lou Petit remporte-t-il la course ?": "In what time does Lou Petit win the race?",
    "Qui avait été élue en 2014 présidente du parti ?": "Who had been elected president of the party in 2014?",
    "Qui est devenue championne olympique de sabre ?": "Who became Olympic saber champion?",
    "Qui a été élu le 4 décembre 2016 à la tête du parti ?": "Who was elected leader of the party on December 4, 2016?",
    "Qui convoque une réunion de crise ?": "Who calls a crisis meeting?",
    "Quelle expérience a été réalisée à Metz ?": "What experiment was carried out in Metz?",
    "Qui devait devenir le plus jeune président du pays depuis 1872 ?": (
        "Who was to become the youngest president of the country since 1872?"
    ),
    "Selon le sondage de l’Elabe, combien de Français approuvent le maire ?": (
        "According to the Elabe poll, how many French people approve the mayor?"
    ),
    "De combien de personnes la tempête a-t-elle causé la mort le 18 avril à Metz ?": (
        "How many people did the storm kill on April 18 in Metz?"
    ),
    "Qui est devenu un proche de Morin ?": "Who became a close associate of Morin?",
    "Dans quel État américain la tempête a-t-elle fait un mort ?": (
        "In which American state did the storm cause a death?"
    ),
    "Qui s’était déplacé au Danemark et en Suisse ?": "Who had traveled to Denmark and Switzerland?",
    "Combien de personnes interpellées a-t-on recensées ?": "How many people were arrested?",
    "Combien de cas de dengue sont déclarés chaque année dans le monde ?": (
        "How many cases of dengue are reported each year worldwide?"
    ),
}


@pytest.mark.parametrize(("french", "english"), IDIOMATIC.items())
def test_what_english_says_otherwise(french, english):
    assert question(french) == english


def test_what_goes_up_to_so_many_is_not_from_somebody():
    assert statement("C’est à Metz que la manifestation des élèves a rassemblé jusqu’à 500 personnes.") == (
        "It was in Metz that the demonstration of the pupils gathered up to 500 people."
    )
