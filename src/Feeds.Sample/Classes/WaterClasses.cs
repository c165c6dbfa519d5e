using Feeds.Sample.Places;
using static Feeds.Sample.Activities.SampleActivities;

namespace Feeds.Sample.Classes;

/// <summary>In and on the water.</summary>
internal static class WaterClasses
{
    public static readonly ClassTemplate[] All =
    [
        new(AquaAerobics, ["Aqua Aerobics", "Aqua Aerobics for All", "Aqua Gold"], "Exercise to music in shallow water, where the water carries your weight and protects your joints. You need not be able to swim, and your hair stays dry.")
        { Needs = Setting.Pool, Minutes = 45, Pence = (400, 800), Capacity = (15, 30), Level = "Beginner", Weight = 14 },
        new(AquaFitDeepWater, ["Deep Water Aqua Fit", "Deep Water Workout"], "A harder workout in deep water with a buoyancy belt: no impact at all on hips and knees. Confidence in deep water is needed.")
        { Needs = Setting.Pool, Minutes = 45, Pence = (500, 800), Level = "Intermediate", Weight = 4 },
        new(Aquacise, ["Aquacise", "Gentle Aquacise"], "Slow, easy movements in chest-deep water for people with stiff joints or little puff. The instructor stands on the poolside and shows every exercise.")
        { Needs = Setting.Pool, Minutes = 45, When = TimeOfDay.Daytime, Pence = (400, 700), Level = "Beginner", Inclusive = true, Weight = 6 },
        new(Aquanatal, ["Aquanatal", "Pregnancy Aqua"], "Exercise in warm water for pregnant women, taught by a midwife or antenatal instructor. Eases backache and swelling, and you meet others who are expecting.")
        { Needs = Setting.Pool, Minutes = 45, Pence = (500, 900), For = Gender.Women, Weight = 3 },
        new(AquaZumba, ["Aqua Zumba"], "The dance party moved to the pool: easy steps, big splashes, kind to joints. No need to know the moves or to be able to swim.")
        { Needs = Setting.Pool, Minutes = 45, Pence = (500, 800), Weight = 3 },
        new(Swimming, ["Women-Only Swimming", "Ladies' Swim"], "The pool for women and girls only, with women lifeguards and screened windows. Swim lengths or just float; modest swimwear is welcome.")
        { Needs = Setting.Pool, Pence = (300, 600), For = Gender.Women, Capacity = (25, 60), Weight = 6 },
        new(Swimming, ["Over 50s Swim", "Lane Swimming", "Swim for Health", "Dementia-Friendly Swim"], "Unhurried swimming with lanes roped off by speed and a quiet lane for those who take it slowly. Staff are at hand to help you in and out.")
        { Needs = Setting.Pool, Pence = (250, 600), Capacity = (30, 80), Weight = 9 },
        new(SwimmingLessons, ["Adult Swimming Lessons", "Learn to Swim (Adults)"], "It is never too late. Small groups of nervous beginners learn to float, breathe and swim with a patient teacher in the water.")
        { Needs = Setting.Pool, Minutes = 30, Pence = (600, 1000), MinAge = 16, Level = "Beginner", Capacity = (6, 10), Weight = 6 },
        new(SwimmingLessons, ["Children's Swimming Lessons", "Learn to Swim Stage 1"], "Lessons for children from four years on, following the national stages, with games, badges and no more than ten to a teacher.")
        { Needs = Setting.Pool, Minutes = 30, When = TimeOfDay.Afternoon, Pence = (500, 800), MinAge = 4, MaxAge = 11, Level = "Beginner", Capacity = (6, 10), Weight = 6 },
        new(Swimfit, ["Swimfit", "Swim Coaching"], "Structured lengths with a coach for people who can swim 200 metres and want to get fitter or improve their stroke.")
        { Needs = Setting.Pool, When = TimeOfDay.Early | TimeOfDay.Evening, Pence = (500, 900), Level = "Intermediate", Weight = 3 },
        new(OpenWaterSwimming, ["Open Water Swim", "Introduction to Open Water"], "Swim in the lake with safety boats and qualified lifeguards. Acclimatise slowly; tow floats can be borrowed. Tell us of any heart condition before you go in.")
        { Needs = Setting.Water, When = TimeOfDay.Morning, Pence = (500, 900), MinAge = 16, Level = "Intermediate", Weight = 8 },
        new(Canoeing, ["Paddle for Health", "Canoeing for Beginners"], "Stable open canoes, calm water and an instructor beside you. Boats, paddles and buoyancy aids are provided; there is a hoist for those who need it.")
        { Needs = Setting.Water, Minutes = 90, Pence = (600, 1200), Level = "Beginner", Weight = 6 },
        new(StandUpPaddleboarding, ["Stand-Up Paddleboarding Taster"], "Find your balance on a wide board, kneeling or standing, with a qualified instructor. Wetsuits can be borrowed.")
        { Needs = Setting.Water, Minutes = 90, Pence = (800, 1200), MinAge = 12, Level = "Beginner", Weight = 5 },
    ];
}
