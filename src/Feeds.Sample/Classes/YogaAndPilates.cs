using Feeds.Sample.Places;
using static Feeds.Sample.Activities.SampleActivities;

namespace Feeds.Sample.Classes;

/// <summary>Yoga of every sort, Pilates, Tai Chi and rest.</summary>
internal static class YogaAndPilates
{
    private const Setting Indoors = Setting.Hall | Setting.Studio | Setting.Room;

    public static readonly ClassTemplate[] All =
    [
        new(HathaYoga, ["Hatha Yoga", "Gentle Hatha Yoga", "Yoga for Beginners"], "Classic postures held for a few breaths, with simple breathing and a long relaxation. Mats and blocks are provided and everything can be made easier.")
        { Needs = Indoors, Level = "Beginner", Online = true, Weight = 9 },
        new(Yoga, ["Yoga", "Mixed Ability Yoga", "Yoga for Men"], "A balanced class of postures, breathing and relaxation for mixed abilities. The teacher offers a gentler and a stronger version of each pose.")
        { Needs = Indoors, Online = true, Weight = 8 },
        new(VinyasaYoga, ["Vinyasa Flow Yoga", "Flow Yoga"], "Flowing sequences linked to the breath that build heat, strength and suppleness. Some experience of yoga helps.")
        { Needs = Setting.Studio | Setting.Hall, Level = "Intermediate", Online = true, Weight = 5 },
        new(AshtangaYoga, ["Ashtanga Yoga", "Ashtanga Primary Series"], "A set sequence of demanding postures taken with the breath. Vigorous: for those who already practise regularly.")
        { Needs = Setting.Studio, Level = "Advanced", Weight = 2 },
        new(IyengarYoga, ["Iyengar Yoga"], "Precise alignment with belts, blocks and chairs, so that stiff bodies can hold postures safely. Taught by a certified Iyengar teacher.")
        { Needs = Indoors, Weight = 3 },
        new(HotYoga, ["Hot Yoga", "Hot Yoga 60"], "Strong postures in a room heated to about 38 degrees. Bring water and a towel. Not suitable in pregnancy or with heart conditions or low blood pressure.")
        { Needs = Setting.Studio, Pence = (700, 1200), Level = "Intermediate", Weight = 3 },
        new(FitnessYoga, ["Power Yoga", "Yoga for Strength"], "A fast, athletic yoga class that works arms, legs and core. Expect to sweat. For people without injuries who like a challenge.")
        { Needs = Setting.Studio | Setting.SportsHall, Level = "Intermediate", Weight = 3 },
        new(RestorativeYoga, ["Restorative Yoga", "Rest and Restore Yoga"], "Deep rest: a few supported poses on bolsters and blankets, held for minutes. For tired, stressed or recovering people. Nothing to achieve.")
        { Needs = Indoors, When = TimeOfDay.Afternoon | TimeOfDay.Evening, Level = "Beginner", Online = true, Weight = 4 },
        new(YinYoga, ["Yin Yoga", "Candlelit Yin Yoga"], "Slow floor-based poses held for three to five minutes to ease hips and back and to quieten the mind.")
        { Needs = Indoors, When = TimeOfDay.Evening, Online = true, Weight = 3 },
        new(PregnancyYoga, ["Pregnancy Yoga", "Antenatal Yoga"], "Safe postures, breathing for labour and time to rest, from fourteen weeks. Taught by a teacher trained in antenatal yoga. Eases back and pelvic pain.")
        { Needs = Indoors, For = Gender.Women, Pence = (700, 1200), Capacity = (8, 14), Online = true, Weight = 4 },
        new(BabyYoga, ["Baby Yoga", "Mum and Baby Yoga"], "Stretches, songs and massage with your baby, and some yoga for you. From eight weeks until crawling. Feed and change whenever you need.")
        { Needs = Indoors, When = TimeOfDay.Daytime, Pence = (500, 900), Weight = 2 },
        new(LaughterYoga, ["Laughter Yoga"], "Breathing exercises and playful laughter in a group. Sounds silly, lifts the mood. Can be done sitting down; no yoga mats and no bending.")
        { Needs = Indoors, Pence = (0, 500), Level = "Beginner", Online = true, Weight = 2 },
        new(YogaNidra, ["Yoga Nidra", "Yoga Nidra for Sleep"], "Guided rest lying down or in a chair for an hour, for anyone who sleeps badly or lives with pain or worry. Bring a blanket.")
        { Needs = Indoors, When = TimeOfDay.Evening, Online = true, Weight = 2 },
        new(TaiChi, ["Tai Chi", "Tai Chi for Balance", "Tai Chi for Health", "Tai Chi for Arthritis"], "Slow, flowing movements that improve balance, ease joints and calm the mind. Loose clothes and flat shoes are all you need. Can be learnt seated.")
        { Needs = Indoors | Setting.Park, Pence = (300, 700), Level = "Beginner", Online = true, Weight = 10 },
        new(Qigong, ["Qigong", "Qigong for Wellbeing"], "Simple repeated movements with the breath, standing or seated, to gather energy and let go of tension. Good with long-term tiredness.")
        { Needs = Indoors | Setting.Park, Pence = (300, 700), Level = "Beginner", Online = true, Weight = 4 },
        new(Pilates, ["Pilates", "Beginners' Pilates", "Pilates for Over 50s", "Mat Pilates"], "Controlled exercises on a mat that strengthen the deep muscles of back, belly and pelvis. Helps posture and back pain. Small groups.")
        { Needs = Indoors, Pence = (500, 1000), Capacity = (8, 16), Online = true, Weight = 12 },
        new(ReformerPilates, ["Reformer Pilates"], "Pilates on spring-loaded machines, in groups of up to eight, with the instructor adjusting the load for you.")
        { Needs = Setting.Studio, Pence = (900, 1200), Capacity = (6, 8), Weight = 2 },
        new(Meditation, ["Mindful Meditation", "Drop-In Meditation"], "Guided sitting meditation on chairs or cushions with time for questions. For stress, low mood and poor sleep. No belief required.")
        { Needs = Indoors, Pence = (0, 500), Online = true, Weight = 4 },
        new(Breathwork, ["Breathing for Calm"], "Learn three simple ways of breathing that settle body and mind, and practise them together lying down or in a chair.")
        { Needs = Indoors, Pence = (0, 600), Online = true, Weight = 2 },
        new(StretchClass, ["Stretch and Relax", "Stretch and Mobility"], "Head-to-toe stretching for tight shoulders, hips and hamstrings, at an easy pace, with a relaxation at the end.")
        { Needs = Indoors, Minutes = 45, Level = "Beginner", Online = true, Weight = 5 },
    ];
}
