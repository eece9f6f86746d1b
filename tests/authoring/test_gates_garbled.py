"""Questions on figures that came apart."""

import pytest

from quiz.authoring.gates.garbled import garbled


@pytest.mark.parametrize(
    "text",
    [
        "À combien de grammes la masse du sel de Vaugris était-elle indiquée /mol ?",
        "Quel pourcentage des face est-ce que le florin a gagné au dollar ?",
        "Combien de coureurs de 18 l'épreuve a-t-elle réunis à 75 ans ?",
        "Combien de moulins de la Bise le plan concerne-t-il du Gué et du Haut-Bois ?",
        "Combien de tonnes de noix Premier producteur mondial a-t-il récoltées en 2017 ?",
        "À quel pourcentage une marge brute ajusté-t-elle supérieure ?",
        "Quelle part du toit les gens dont les murs penchent-ils pourront recevoir ?",
        "Combien de jours la fête de Vaugris a-t-elle duré à ?",
        "De quelle durée est la durée maximale dont l'outil produit des vues ?",
    ],
)
def test_what_came_apart(text: str) -> None:
    assert garbled(text)


@pytest.mark.parametrize(
    "text",
    [
        "Combien de buts Ada Morin a-t-elle marqués en 90 matchs ?",
        "À combien de kilomètres de Vaugris le camp est-il installé ?",
        "Combien d'hommes de plus de 50 ans la mairie de Vaugris a-t-elle soignés ?",
        "À quelle vitesse le robot roule-t-il, 20 km/h au plus ?",
        "Combien de voix la Première ministre a-t-elle obtenues ?",
        "Combien d'habitants du Gué et du Haut-Bois l'orage a-t-il réveillés ?",
        "Quel pourcentage des Français sont pour ?",
        "De quelle durée sont les vues que l'outil produit ?",
        "Combien de navires la flotte a-t-elle reçus du Gué et du Haut-Bois ?",
        "Combien de navires la flotte de Vaugris peut-elle envoyer ?",
    ],
)
def test_what_is_whole(text: str) -> None:
    assert garbled(text) is None
