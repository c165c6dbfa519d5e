using Feeds.Sample.Organisers;
using Feeds.Sample.Places;
using static Feeds.Sample.Activities.SampleActivities;

namespace Feeds.Sample.Classes;

/// <summary>Seated classes, strength and balance, and exercise for people with a long-term condition.</summary>
internal static class GentleClasses
{
    private const Setting Indoors = Setting.Hall | Setting.Studio | Setting.Room;

    public static readonly ClassTemplate[] All =
    [
        new(ChairBasedExercise, ["Chair-Based Exercise", "Seated Exercise", "Move More Sitting Down"], "Gentle exercise to music, sitting on or holding on to a chair. Loosens stiff joints, builds strength in legs and arms and helps with getting up and about. Suitable if you are unsteady or have not exercised for years.")
        { Needs = Indoors, Minutes = 45, When = TimeOfDay.Daytime, Pence = (0, 400), MinAge = 50, Level = "Beginner", Inclusive = true, Online = true, Weight = 10 },
        new(ChairYoga, ["Chair Yoga", "Seated Yoga"], "Yoga postures and breathing adapted to a chair, for anyone who finds getting down on the floor difficult. Slow, friendly and easy to follow, ending with a short relaxation.")
        { Needs = Indoors, When = TimeOfDay.Daytime, Pence = (300, 700), Level = "Beginner", Inclusive = true, Online = true, Weight = 7 },
        new(Extend, ["Extend: Movement to Music", "Movement to Music for Over 60s"], "Movement to music for people over sixty, and for younger people with a disability. Improves strength, stability and coordination, standing or seated as suits you on the day.")
        { Needs = Indoors, When = TimeOfDay.Daytime, Pence = (200, 500), MinAge = 60, Level = "Beginner", Inclusive = true },
        new(Otago, ["Otago Strength and Balance", "Steady and Strong (Otago)"], "Leg strengthening and balance exercises from the Otago programme, led by a qualified instructor. For people who have had a fall or are afraid of falling. Progress is checked every few weeks.")
        { Needs = Indoors, When = TimeOfDay.Daytime, Pence = (0, 400), MinAge = 65, Level = "Beginner", Inclusive = true, Capacity = (8, 14), Weight = 6 },
        new(FallsAndExerciseManagement, ["Falls Prevention (FaME)", "Better Balance", "Falls Prevention Exercise"], "A progressive strength and balance class that has been shown to reduce falls. Includes how to get down to the floor and up again safely. New starters have a short talk with the instructor first.")
        { Needs = Indoors, When = TimeOfDay.Daytime, Pence = (0, 450), MinAge = 60, Level = "Beginner", Inclusive = true, Capacity = (8, 14), Weight = 6 },
        new(PosturalStabilityInstruction, ["Postural Stability", "Stand Tall: Postural Stability"], "Tailored exercise for people who are losing their balance or have osteoporosis, taught by a postural stability instructor in small groups over at least six months.")
        { Needs = Indoors, When = TimeOfDay.Daytime, Pence = (0, 500), MinAge = 60, Inclusive = true, Capacity = (8, 12), Weight = 3 },
        new(GeneralFitnessForOlderAdults, ["Active at 60+", "Fit for Life (Over 50s)", "Golden Movers"], "A mixed class for older adults: a warm-up, easy steps to music, some light weights and a stretch, then a cup of tea. Everybody works at their own pace and newcomers are made welcome.")
        { Needs = Indoors | Setting.SportsHall, When = TimeOfDay.Daytime, Pence = (200, 500), MinAge = 50, Level = "Beginner", Weight = 9 },
        new(PhaseIVCardiacRehabilitation, ["Phase IV Cardiac Rehabilitation", "Cardiac Rehab (Phase 4)", "Healthy Hearts Exercise"], "Supervised circuit exercise for people who have finished hospital cardiac rehabilitation after a heart attack, stent, bypass or heart failure. Led by a specially qualified cardiac instructor. Please bring your discharge letter.")
        { Specialist = Organiser.HeartAndLung, Needs = Setting.Studio | Setting.SportsHall, When = TimeOfDay.Daytime, Pence = (300, 600), MinAge = 18, Inclusive = true, Capacity = (10, 16), Weight = 5 },
        new(PulmonaryMaintenance, ["Breathe Easy Exercise", "Pulmonary Maintenance"], "Exercise at your own pace for people with COPD or another lung condition who have completed pulmonary rehabilitation. Bring your inhaler; rests are part of the class.")
        { Specialist = Organiser.HeartAndLung, Needs = Indoors, When = TimeOfDay.Daytime, Pence = (0, 500), MinAge = 18, Inclusive = true, Capacity = (8, 16), Weight = 3 },
        new(RehabPilates, ["Rehab Pilates", "Pilates for Bad Backs"], "Small-group Pilates for people getting over back pain, an injury or an operation. The instructor asks about your health beforehand and adapts every exercise to you.")
        { Needs = Indoors, Pence = (600, 1200), Level = "Beginner", Inclusive = true, Capacity = (6, 10) },
        new(HydroTherapy, ["Gentle Hydrotherapy", "Warm Water Exercise"], "Slow, supported movement in a warm teaching pool for people with arthritis, joint replacement or persistent pain. Steps and a hoist are available; tell us beforehand what you need.")
        { Needs = Setting.Pool, When = TimeOfDay.Daytime, Minutes = 45, Pence = (400, 800), Inclusive = true, Capacity = (6, 10) },
        new(PowerAssistedExercise, ["Power-Assisted Exercise", "Easy Movers"], "Motor-driven machines move your arms and legs for you, so that you can exercise with little effort. Good for people with arthritis, stroke or limited mobility. Staff help throughout.")
        { Needs = Setting.Gym, When = TimeOfDay.Daytime, Minutes = 45, Pence = (400, 700), Level = "Beginner", Inclusive = true, Capacity = (6, 10), Weight = 2 },
        new(Boccia, ["Boccia", "Come and Play Boccia"], "The target ball game that everybody can play sitting down. Friendly games for all abilities, including wheelchair users; ramps, balls and a helping hand are provided.")
        { Needs = Setting.Hall | Setting.SportsHall, When = TimeOfDay.Any, Pence = (0, 400), Inclusive = true, Level = "Beginner" },
        new(Singing, ["Singing for Lung Health", "Sing and Breathe"], "An hour of singing and breathing exercises for people who live with breathlessness, led by a trained singing leader. No musical experience needed and nobody sings alone.")
        { Specialist = Organiser.HeartAndLung, Needs = Indoors, When = TimeOfDay.Daytime, Pence = (0, 400), Inclusive = true, Online = true, Weight = 2 },
        new(Gardening, ["Green Gym Gardening", "Grow Together Gardening Group"], "Light gardening in company: sowing, weeding and harvesting in the community plot. Tools, gloves and raised beds are there, and so is somebody to talk to.")
        { Needs = Setting.Park, When = TimeOfDay.Daytime, Minutes = 120, Pence = (0, 0), Inclusive = true, Weight = 4 },
    ];
}
