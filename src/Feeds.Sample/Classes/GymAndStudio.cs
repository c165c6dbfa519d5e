using Feeds.Sample.Places;
using static Feeds.Sample.Activities.SampleActivities;

namespace Feeds.Sample.Classes;

/// <summary>Gym, circuits, spin, boxing and dance.</summary>
internal static class GymAndStudio
{
    private const Setting Floor = Setting.Studio | Setting.SportsHall;
    private const Setting Halls = Setting.Studio | Setting.Hall;

    public static readonly ClassTemplate[] All =
    [
        new(GymWorkout, ["Gym Induction", "Gym Induction (Over 50s)", "Exercise Referral Gym Session"], "An instructor shows you round the gym, asks about your health and sets up a simple programme that suits you. Take your time; nobody is watching.")
        { Needs = Setting.Gym, Pence = (0, 800), MinAge = 16, Level = "Beginner", Capacity = (4, 8), Weight = 8 },
        new(GymWorkout, ["Women-Only Gym", "Quiet Gym Hour", "Supported Gym Session"], "The gym with music off, lights down and an instructor on the floor who has time for you. For people who find a busy gym too much.")
        { Needs = Setting.Gym, Pence = (300, 600), MinAge = 16, Inclusive = true, Capacity = (10, 20), Weight = 4 },
        new(WeightTraining, ["Weights for Beginners", "Lift Well"], "How to lift safely with dumb-bells and barbells, and why strong muscles matter more every year. Small group, light weights to start.")
        { Needs = Setting.Gym | Setting.Studio, MinAge = 16, Level = "Beginner", Weight = 4 },
        new(StrengthAndConditioning, ["Strength and Conditioning"], "Coached strength training with barbells, sleds and kettlebells for those who already train.")
        { Needs = Setting.Gym, MinAge = 16, Level = "Advanced", Weight = 3 },
        new(Kettlebells, ["Kettlebells", "Kettlebell Conditioning"], "Swings, squats and presses with a kettlebell. Technique first, then a workout that leaves you warm and pleased with yourself.")
        { Needs = Floor, Minutes = 45, Level = "Intermediate", Weight = 3 },
        new(ResistanceBands, ["Band Strength", "Stretchy Band Workout"], "Strengthen the whole body with a long elastic band, sitting or standing. Bands of every strength provided and yours to take home.")
        { Needs = Halls, Minutes = 45, Pence = (200, 500), Level = "Beginner", Online = true, Weight = 3 },
        new(CircuitTraining, ["Circuits", "Low-Impact Circuits", "Circuits for Health"], "Stations of strength and stamina work, each with an easy, a middle and a hard version. Work for forty seconds, rest for twenty.")
        { Needs = Floor | Setting.Hall, Weight = 8 },
        new(HIIT, ["HIIT", "HIIT 30"], "Short bursts of hard work with brief rests. High impact and out of breath: for people who already exercise.")
        { Needs = Floor, Minutes = 30, Level = "Advanced", Online = true, Weight = 6 },
        new(Bootcamp, ["Bootcamp", "Park Bootcamp"], "Outdoor training in teams: running, lifting, laughing, in any weather. Bring gloves and water.")
        { Needs = Setting.Park, When = TimeOfDay.Early | TimeOfDay.Evening, Level = "Intermediate", Weight = 4 },
        new(BodyConditioning, ["Body Conditioning", "Legs, Bums and Tums"], "An all-over toning class with light weights and floor work to good music. Work at your own level.")
        { Needs = Floor | Setting.Hall, Weight = 7 },
        new(BoxingFitness, ["Boxing Fitness", "Non-Contact Boxing", "Boxing for Parkinson's"], "Pads, bags and footwork without being hit. Wonderful for balance, stamina and letting off steam. Gloves are provided.")
        { Needs = Floor, Pence = (400, 800), Weight = 5 },
        new(Boxercise, ["Boxercise"], "Boxing drills to music in pairs, with skipping and core work. No contact and no experience needed.")
        { Needs = Floor | Setting.Hall, Minutes = 45, Weight = 4 },
        new(IndoorCycling, ["Spin", "Group Cycle", "Beginners' Spin"], "Ride to music on an indoor bike with a motivating instructor. You set the resistance, so beginners and racers share a room.")
        { Needs = Setting.Studio, Minutes = 45, Level = "Intermediate", Capacity = (16, 30), Weight = 8 },
        new(Spinning, ["Spin 30", "Spin Express"], "Half an hour of hills and sprints on the bike, for those with little time. Water bottle and towel needed.")
        { Needs = Setting.Studio, Minutes = 30, When = TimeOfDay.Early | TimeOfDay.Evening, Level = "Advanced", Capacity = (16, 30), Weight = 4 },
        new(StepAerobics, ["Step Aerobics", "Step"], "Choreography on and round the step that raises the pulse and makes you think. Two heights of step to choose from.")
        { Needs = Floor, Minutes = 45, Level = "Intermediate", Weight = 3 },
        new(Aerobics, ["Aerobics", "Low-Impact Aerobics"], "Old-school aerobics to good tunes with low-impact options throughout. Easy to pick up, good for the heart.")
        { Needs = Floor | Setting.Hall, Weight = 5 },
        new(FunctionalFitness, ["Functional Fitness", "Fit for the Everyday"], "Bend, lift, carry, reach and climb: the movements of daily life, made stronger. Small group with plenty of coaching.")
        { Needs = Setting.Gym | Setting.Studio, Weight = 4 },
        new(AbsCore, ["Core Strength", "Abs 20"], "Twenty minutes on the mat for belly and back. Add it to another class or come just for this.")
        { Needs = Setting.Studio, Minutes = 20, Pence = (200, 400), Weight = 3 },
        new(ThisGirlCanClasses, ["Women's Starter Class", "Women Get Moving"], "A mixed bag of activities for women who have not exercised for a while: a bit of dance, a bit of tone, a lot of encouragement.")
        { Needs = Halls, Pence = (0, 500), For = Gender.Women, Level = "Beginner", Weight = 4 },
        new(IndoorRowing, ["Indoor Rowing", "Row Fit"], "Learn to row well on the machine, then intervals in teams. Kind to joints and good for the whole body.")
        { Needs = Setting.Gym, Minutes = 45, Weight = 2 },
        new(Zumba, ["Zumba", "Zumba Party"], "Latin and international music with moves that are easy to follow. You will forget that you are exercising.")
        { Needs = Floor | Setting.Hall, Pence = (400, 700), Capacity = (15, 35), Online = true, Weight = 7 },
        new(ZumbaGold, ["Zumba Gold", "Zumba Gold (Seated or Standing)"], "The same music and fun at a lower intensity, for active older adults and beginners. Can be done with a chair.")
        { Needs = Floor | Setting.Hall, When = TimeOfDay.Daytime, Minutes = 45, Pence = (300, 600), MinAge = 50, Level = "Beginner", Online = true, Weight = 6 },
        new(DanceFitness, ["Dance Fitness", "Dance Off the Decades"], "Dance your way through the hits of four decades. No partner, no experience and no judgement.")
        { Needs = Floor | Setting.Hall, Weight = 5 },
        new(Dance, ["Dance for Parkinson's", "Dance to Health", "Movement and Dance"], "A dance class made for people with Parkinson's or poor balance, and for those who care for them. Live music now and then, seated options always.")
        { Needs = Halls, When = TimeOfDay.Daytime, Pence = (0, 500), Inclusive = true, Weight = 4 },
        new(LineDancing, ["Line Dancing", "Absolute Beginners' Line Dance"], "In lines, no partner needed, boots optional. Dances are taught step by step and repeated until they stick.")
        { Needs = Setting.Hall, Pence = (300, 600), Level = "Beginner", Weight = 6 },
        new(BallroomAndLatin, ["Ballroom and Latin", "Ballroom for Beginners"], "Waltz, cha-cha and jive, taught from the first step. Come with a partner or without.")
        { Needs = Setting.Hall, When = TimeOfDay.Evening, Pence = (500, 900), Weight = 3 },
        new(TeaDance, ["Tea Dance"], "An afternoon of dancing to the old favourites with tea and cake at half-time. Singles, couples and those who would rather watch are all welcome.")
        { Needs = Setting.Hall, When = TimeOfDay.Afternoon, Minutes = 120, Pence = (300, 600), MinAge = 50, Capacity = (30, 80), Weight = 4 },
        new(Bollywood, ["Bollywood Dance", "Bollywood Fitness"], "Bright, energetic routines to Bollywood hits. Mixed ages, all levels, lots of colour.")
        { Needs = Floor | Setting.Hall, Weight = 2 },
        new(Salsa, ["Salsa", "Salsa for Beginners"], "Basic steps, turns and partner work in a friendly rotation. No need to bring a partner.")
        { Needs = Setting.Hall | Setting.Studio, When = TimeOfDay.Evening, Pence = (500, 900), Level = "Beginner", Weight = 3 },
        new(StreetDance, ["Street Dance (8-12)"], "High-energy routines to the latest sounds for children who love to move. A show for families every term.")
        { Needs = Halls, When = TimeOfDay.Afternoon, MinAge = 8, MaxAge = 12, Weight = 2 },
        new(Ballet, ["Ballet for Over 55s", "Adult Beginners' Ballet"], "Ballet from the barre for grown-ups who always wanted to, with care for older joints. Better posture, balance and coordination.")
        { Needs = Setting.Studio, When = TimeOfDay.Daytime, Pence = (500, 900), MinAge = 55, Level = "Beginner", Weight = 2 },
    ];
}
