using Feeds.Sample.Places;
using static Feeds.Sample.Activities.SampleActivities;

namespace Feeds.Sample.Classes;

/// <summary>Ball games, racket sports, bowls, wheels and children's activities.</summary>
internal static class SportsAndGames
{
    public static readonly ClassTemplate[] All =
    [
        new(Badminton, ["No Strings Badminton", "Over 50s Badminton", "Social Badminton"], "Turn up and play doubles with whoever is there. Rackets and shuttles are provided, an organiser sorts the games and nobody minds how good you are.")
        { Needs = Setting.SportsHall, Minutes = 120, Pence = (300, 600), Weight = 8 },
        new(Tennis, ["Social Tennis", "Tennis Rusty Rackets", "Cardio Tennis"], "Drills and games for adults who are new to tennis or have not played since school. Rackets and balls are provided.")
        { Needs = Setting.Courts, Pence = (400, 900), Capacity = (8, 12), Weight = 5 },
        new(Squash, ["Squash Club Night", "Squash for Beginners"], "An introduction to squash with a coach, bouncy balls and short rallies to begin with. Rackets and goggles can be borrowed.")
        { Needs = Setting.SportsHall, When = TimeOfDay.Evening, Minutes = 80, Pence = (400, 700), Level = "Beginner", Capacity = (6, 12), Weight = 3 },
        new(Squash57, ["Squash 57 Social"], "The gentler cousin of squash, with a bigger, slower ball and longer rallies. Played at any age.")
        { Needs = Setting.SportsHall, Pence = (400, 700), Capacity = (6, 12), Weight = 2 },
        new(TableTennis, ["Table Tennis", "Bat and Chat", "Table Tennis for Over 50s"], "Friendly games on several tables with a cuppa in between. Keeps eyes, hands and head quick. Bats provided; wheelchair users welcome.")
        { Needs = Setting.Hall | Setting.SportsHall, Minutes = 120, Pence = (100, 400), Weight = 7 },
        new(Pickleball, ["Pickleball", "Learn Pickleball"], "Part tennis, part badminton, part table tennis, on a small court with a light bat. Learnt in ten minutes, played for ever.")
        { Needs = Setting.SportsHall, Minutes = 120, Pence = (300, 600), Level = "Beginner", Weight = 5 },
        new(Netball, ["Back to Netball", "Social Netball"], "Remember school netball, without the school. Gentle coaching, a short game and a laugh for women of sixteen and over.")
        { Needs = Setting.SportsHall | Setting.Pitch, When = TimeOfDay.Evening, Pence = (300, 500), MinAge = 16, For = Gender.Women, Weight = 3 },
        new(Basketball, ["Open Court Basketball", "Social Basketball"], "Mixed pick-up games with a coach to keep it friendly. Come alone or with friends.")
        { Needs = Setting.SportsHall, When = TimeOfDay.Evening, Pence = (200, 500), MinAge = 14, Weight = 3 },
        new(WheelchairBasketball, ["Wheelchair Basketball"], "For disabled and non-disabled players alike; sports chairs are provided. Beginners get one-to-one help to start with.")
        { Needs = Setting.SportsHall, Pence = (0, 500), Inclusive = true, Weight = 2 },
        new(Goalball, ["Goalball"], "Fast team sport for blind and partially sighted people, played with a bell in the ball. Everybody wears eyeshades, so sighted friends can join in.")
        { Needs = Setting.SportsHall, Pence = (0, 500), Inclusive = true, Weight = 1 },
        new(SittingVolleyball, ["Sitting Volleyball"], "Volleyball with a lower net, played sitting on the floor. Open to everybody, with or without a disability.")
        { Needs = Setting.SportsHall, Pence = (200, 400), Inclusive = true, Weight = 1 },
        new(Volleyball, ["Social Volleyball"], "Mixed six-a-side with rolling teams. Basic skills are taught to newcomers in the first half hour.")
        { Needs = Setting.SportsHall, When = TimeOfDay.Evening, Minutes = 90, Pence = (300, 600), Weight = 2 },
        new(FiveASide, ["Casual 5-a-Side", "Weight Loss Football League"], "Turn up with boots and we put you in a team. Bibs, balls and a referee are provided.")
        { Needs = Setting.Pitch, When = TimeOfDay.Evening, Pence = (300, 700), MinAge = 16, Weight = 4 },
        new(Football, ["Football for Mental Health", "Football in the Community"], "Relaxed kick-about for people who live with anxiety, depression or addiction. The result does not matter; turning up does.")
        { Needs = Setting.Pitch, Pence = (0, 200), MinAge = 18, Inclusive = true, Weight = 4 },
        new(FlatGreenBowls, ["Bowls: Come and Try", "Roll-Up Bowls"], "Borrow a set of bowls and flat shoes are all you need. Club members show you how. Lifters and a wheelchair that can go on the green are available.")
        { Needs = Setting.Green, When = TimeOfDay.Daytime, Minutes = 120, Pence = (0, 500), Level = "Beginner", Weight = 14 },
        new(ShortMatBowls, ["Short Mat Bowls", "Carpet and Short Mat Bowls"], "Indoor bowls on a roll-out mat: skill, gentle movement and good company through the winter.")
        { Needs = Setting.Hall, When = TimeOfDay.Daytime, Minutes = 120, Pence = (200, 400), Weight = 5 },
        new(IndoorBowls, ["Indoor Bowls"], "Play on a full-length carpet rink whatever the weather. Coaching on the first visit, bowls on loan.")
        { Needs = Setting.SportsHall | Setting.Green, When = TimeOfDay.Daytime, Minutes = 120, Pence = (300, 600), Weight = 3 },
        new(Petanque, ["Petanque in the Park"], "The French game of throwing boules near the jack. Learnt in a minute, easy on the body, best with a flask of coffee.")
        { Needs = Setting.Park, When = TimeOfDay.Daytime, Minutes = 90, Pence = (0, 300), Weight = 2 },
        new(Croquet, ["Croquet Social"], "Gentle exercise and sharp tactics on the lawn. Mallets are provided and newcomers are coached for their first three visits.")
        { Needs = Setting.Green, When = TimeOfDay.Afternoon, Minutes = 120, Pence = (200, 500), Weight = 4 },
        new(Cricket, ["Soft Ball Cricket for Women", "Community Cricket"], "Short games with a soft ball and everybody in the action. No whites and no experience needed.")
        { Needs = Setting.Pitch, When = TimeOfDay.Evening, Pence = (0, 400), Weight = 2 },
        new(TagRugby, ["Mixed Tag Rugby"], "Non-contact rugby with tags on a belt. Fast, funny and mixed; turn up alone and go home with a team.")
        { Needs = Setting.Pitch, When = TimeOfDay.Evening, Pence = (300, 600), MinAge = 18, Weight = 2 },
        new(Athletics, ["Athletics for All", "Inclusive Athletics"], "Run, jump, throw and push on the track, with frames and racing chairs for those who use them.")
        { Needs = Setting.Pitch, Pence = (0, 400), Inclusive = true, Weight = 2 },
        new(RecreationalCycling, ["Easy Rider Cycle Group", "Social Cycle Ride", "Learn to Ride (Adults)"], "An easy ride of eight to twelve miles on quiet lanes and paths with a ride leader and a cafe stop. Bikes and helmets can be borrowed.")
        { Needs = Setting.Park, When = TimeOfDay.Morning, Minutes = 120, Pence = (0, 400), Level = "Beginner", Weight = 6 },
        new(Handcycling, ["Wheels for All", "Inclusive Cycling"], "Trikes, handcycles, side-by-sides and wheelchair bikes on a traffic-free circuit, with helpers. There is a bike for everybody.")
        { Needs = Setting.Park, Minutes = 90, Pence = (0, 400), Inclusive = true, Weight = 3 },
        new(Climbing, ["Climbing Taster", "Social Climbing Night"], "Rope up with an instructor and get off the ground. Harness and shoes are provided, head for heights is not required.")
        { Needs = Setting.SportsHall, Minutes = 90, Pence = (600, 1200), MinAge = 8, Weight = 2 },
        new(Archery, ["Archery Have-a-Go", "Archery for All"], "Calm concentration and good posture: shoot your first arrows with a coach beside you. Can be done from a chair.")
        { Needs = Setting.Park | Setting.SportsHall, Minutes = 90, Pence = (300, 800), MinAge = 10, Weight = 2 },
        new(Golf, ["Golf for Health", "Golf Beginners' Group"], "Putting, chipping and a few holes in good company for people with no golf behind them. Clubs on loan.")
        { Needs = Setting.Park, When = TimeOfDay.Daytime, Minutes = 90, Pence = (400, 900), Level = "Beginner", Weight = 3 },
        new(Judo, ["Adaptive Judo", "Judo for Adults"], "Learn to fall safely, then to throw. Coaches adapt the session to disabled players and to nervous beginners.")
        { Needs = Setting.Hall | Setting.Studio, When = TimeOfDay.Evening, MinAge = 16, Weight = 2 },
        new(Karate, ["Karate", "Family Karate"], "Traditional karate that builds fitness, focus and respect. Parents and children may train together.")
        { Needs = Setting.Hall | Setting.Studio, When = TimeOfDay.Evening, MinAge = 6, Weight = 3 },
        new(SelfDefence, ["Self-Defence for Women"], "Practical self-defence and confidence over six easy lessons. No fitness or experience needed.")
        { Needs = Setting.Hall | Setting.Studio, When = TimeOfDay.Evening, MinAge = 16, For = Gender.Women, Weight = 2 },
        new(Trampolining, ["Rebound Therapy", "Trampolining for Children"], "Bouncing with trained coaches for children and young people, with calm sessions for those with additional needs.")
        { Needs = Setting.SportsHall, When = TimeOfDay.Afternoon, Minutes = 45, Pence = (400, 800), MinAge = 4, MaxAge = 16, Weight = 3 },
        new(EarlyYearsPlay, ["Toddler Active Play"], "Climbing, crawling, rolling and singing for under-fives and the people who bring them. Stay for coffee.")
        { Needs = Setting.Hall, When = TimeOfDay.Morning, Pence = (100, 500), MaxAge = 4, Weight = 3 },
        new(Multisports, ["Multisports for Adults with Learning Disabilities", "Disability Multisports", "Give It a Go Multisports"], "A different game each week at an easy pace, from new age kurling to relay races. Carers come free and quiet space is available.")
        { Needs = Setting.SportsHall | Setting.Hall, Pence = (0, 400), Inclusive = true, Weight = 5 },
        new(Drumming, ["Drum and Move"], "Drumming on gym balls to loud music. Aerobic exercise that makes everyone smile, seated or standing.")
        { Needs = Setting.Hall, Minutes = 45, Pence = (200, 500), Inclusive = true, Weight = 2 },
    ];
}
