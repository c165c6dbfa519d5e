using Feeds.Sample.Places;
using static Feeds.Sample.Activities.SampleActivities;

namespace Feeds.Sample.Classes;

/// <summary>Walks, runs and the walking forms of team games.</summary>
internal static class WalkingAndRunning
{
    private const Setting Outside = Setting.Park;
    private const Setting Courts = Setting.SportsHall | Setting.Pitch;

    public static readonly ClassTemplate[] All =
    [
        new(Walking, ["Health Walk", "Wellbeing Walk", "Short and Social Walk", "Walk and Talk"], "A free, short and level walk led by trained volunteers, with time to talk. Nobody is left behind. We stop for a hot drink afterwards. Good if you are getting back on your feet.")
        { Needs = Outside | Setting.Room, When = TimeOfDay.Daytime, Pence = (0, 0), Level = "Beginner", Capacity = (20, 40), Weight = 16 },
        new(NordicWalking, ["Nordic Walking", "Nordic Walking for Beginners"], "Walking with poles, which works the upper body too and takes weight off the knees. Poles can be borrowed and the technique is taught in the first session.")
        { Needs = Outside, When = TimeOfDay.Daytime, Pence = (0, 700), Level = "Beginner", Weight = 7 },
        new(CanalAndRiverWalking, ["Towpath Walk", "Riverside Wellbeing Walk"], "A flat walk of about three miles along the water on good paths, with benches on the way. Suitable for pushchairs and most mobility scooters.")
        { Needs = Outside, When = TimeOfDay.Daytime, Minutes = 90, Pence = (0, 0), Capacity = (15, 30) },
        new(HillWalking, ["Hill Walking Group", "Sunday Hill Walk"], "A day in the hills with an experienced leader, eight to ten miles with some steep climbs. Walking boots, waterproofs and a packed lunch are needed.")
        { Needs = Outside, Day = DayOfWeek.Sunday, When = TimeOfDay.Morning, Minutes = 300, Pence = (0, 300), Level = "Intermediate", Weight = 2 },
        new(DogWalking, ["Dog Walkers' Social", "Walkies Together"], "Bring your dog, or just yourself, for a sociable hour round the park. Dogs on leads to begin with, please; all breeds and all people welcome.")
        { Needs = Outside, When = TimeOfDay.Any, Pence = (0, 0), Weight = 3 },
        new(PowerWalking, ["Power Walking", "Brisk Walk for Fitness"], "A brisk walk with a purpose: arms, posture and pace, finishing with a stretch. A step up from our health walks and a good way towards jogging.")
        { Needs = Outside, Pence = (0, 400), Level = "Intermediate", Weight = 3 },
        new(WalkingFootball, ["Walking Football", "Walking Football (Over 50s)", "Women's Walking Football"], "The game you love at walking pace: no running, no contact, plenty of laughter. Good for hearts and for company. Beginners and people coming back after illness are welcome.")
        { Needs = Courts, Pence = (200, 500), MinAge = 50, Capacity = (12, 24), Weight = 9 },
        new(WalkingNetball, ["Walking Netball", "Come Back to Walking Netball"], "Netball at a walk, for women of any age and ability. An extra step and an extra second with the ball make it easy on the joints. No need to have played before.")
        { Needs = Courts, Pence = (200, 500), For = Gender.Women, Capacity = (10, 21), Weight = 5 },
        new(WalkingRugby, ["Walking Rugby"], "Touch rugby without the running: passing, space and teamwork at a walk. Mixed teams, no contact and a chat in the clubhouse afterwards.")
        { Needs = Setting.Pitch, Pence = (0, 400), MinAge = 40, Weight = 2 },
        new(WalkingTennis, ["Walking Tennis"], "Gentle tennis with softer balls, smaller courts and no running, so that long rallies come easily. Rackets are provided and a coach is on court.")
        { Needs = Setting.Courts, When = TimeOfDay.Daytime, Pence = (300, 600), MinAge = 50, Capacity = (8, 12), Weight = 3 },
        new(WalkingCricket, ["Walking Cricket"], "An indoor game with a soft ball and no running between the wickets. Everyone bats, everyone bowls. Easy on knees and hips.")
        { Needs = Setting.SportsHall, When = TimeOfDay.Daytime, Pence = (200, 500), MinAge = 50, Weight = 2 },
        new(WalkingHockey, ["Walking Hockey"], "Hockey slowed down to a walk for players who miss the game and for those who never tried it. Sticks can be borrowed.")
        { Needs = Courts, Pence = (300, 500), MinAge = 40, Weight = 1 },
        new(WalkingBasketball, ["Walking Basketball"], "Passing, shooting and a gentle match with both feet near the floor. Mixed, sociable and open to anybody who can walk about for ten minutes at a time.")
        { Needs = Setting.SportsHall, Pence = (200, 500), MinAge = 40, Weight = 2 },
        new(Running, ["Saturday 5k Park Run", "Weekly 5k in the Park"], "A free, timed five kilometres every Saturday at nine. Walk, jog, run, volunteer or watch: it is not a race, and there is always a tail walker so that nobody is last.")
        { Needs = Outside, Day = DayOfWeek.Saturday, StartsAt = 9 * 60, Pence = (0, 0), Capacity = (200, 600), Weight = 8 },
        new(Jogging, ["Couch to 5k", "Couch to 5k Group", "Beginners' Running Group"], "From the sofa to five kilometres in nine weeks, in a group and with a qualified leader. We begin by walking and add a little running each week. All shapes, sizes and ages.")
        { Needs = Outside, When = TimeOfDay.Any, Pence = (0, 300), Level = "Beginner", Capacity = (12, 30), Weight = 8 },
        new(Running, ["Social Run", "Women's Running Group", "Run Together"], "Three to five miles at a pace at which you can talk, with run leaders at the front and the back. We split into groups and always wait.")
        { Needs = Outside, When = TimeOfDay.Evening, Pence = (0, 300), Level = "Intermediate", Weight = 4 },
        new(BuggyFitness, ["Buggy Fitness", "Buggy Walk and Tone"], "Exercise outdoors with your baby in the buggy: walking, toning and pelvic floor work with a postnatal instructor. From six weeks after birth, with your GP's agreement.")
        { Needs = Outside, When = TimeOfDay.Morning, Pence = (0, 700), For = Gender.Women, Level = "Beginner", Weight = 4 },
        new(BuggyBootCamp, ["Buggy Boot Camp"], "Intervals, strength and fresh air for parents who want to work harder, babies along for the ride. From sixteen weeks after birth.")
        { Needs = Outside, When = TimeOfDay.Morning, Pence = (500, 800), Level = "Intermediate", Weight = 2 },
        new(Orienteering, ["Park Orienteering", "Find Your Way: Orienteering"], "Find the control points with map in hand, walking or running. Courses of one to five kilometres, with help for families and first-timers.")
        { Needs = Outside, Day = DayOfWeek.Sunday, When = TimeOfDay.Morning, Pence = (0, 500), Weight = 2 },
    ];
}
