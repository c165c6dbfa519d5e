namespace Feeds.Sample.Activities;

/// <summary>
/// The concepts of the OpenActive activity list (https://openactive.io/activity-list, CC BY 4.0) that the sample
/// publisher uses, with all that are broader, so that every <see cref="ActivityConcept.Broader"/> id is found in here.
/// Ids, notations, labels and broader ids are the list's own; a test holds them against it.
/// </summary>
public static class SampleActivities
{
    public static readonly ActivityConcept Football = new("0a5f732d-e806-4e51-ad40-0a7de0239c8c", "football", "Football");
    public static readonly ActivityConcept ElevenASide = new("117e7f70-6c42-4b1f-a3bb-620b63ea2632", "11_a_side", "11-a-side", Football);
    public static readonly ActivityConcept SmallSidedFootball = new("22fe3033-b0e4-4717-8455-599180b5bcba", "small_sided_football", "Small Sided Football", Football);
    public static readonly ActivityConcept FiveASide = new("64ba748e-d7f0-46bd-ac49-63820c5eb10e", "5_a_side", "5-a-side", SmallSidedFootball);
    public static readonly ActivityConcept GroupExercise = new("984068a7-5b7b-4989-bb33-f96953d8960c", "group_exercise", "Group Exercise");
    public static readonly ActivityConcept AbsCore = new("741097ba-21a0-4b7b-8099-86ddb562458a", "abscore", "Abs/Core", GroupExercise);
    public static readonly ActivityConcept Aerobics = new("678b9fc4-1860-4377-85b9-e4c01628582a", "aerobics", "Aerobics", GroupExercise);
    public static readonly ActivityConcept WaterBasedClasses = new("82057527-8288-4faa-bc2e-11aa734f61f1", "waterbased_classes", "Water-Based Classes", GroupExercise);
    public static readonly ActivityConcept AquaAerobics = new("6e31262b-ce37-4fc7-b3e3-d827ac5e8b42", "aqua_aerobics", "Aqua Aerobics", WaterBasedClasses);
    public static readonly ActivityConcept AquaFitDeepWater = new("a9de3e47-f47d-459e-b2ab-b1bee054dfa1", "aqua_fit_deep_water", "Aqua Fit (Deep Water)", AquaAerobics);
    public static readonly ActivityConcept AquaZumba = new("1646bc29-dda3-4a97-a2ad-48c21bce8bb5", "aqua_zumba", "Aqua Zumba®", AquaAerobics);
    public static readonly ActivityConcept Aquacise = new("ad730396-0431-41e9-83cb-3468c8df8443", "aquacise", "Aquacise", AquaAerobics);
    public static readonly ActivityConcept Aquanatal = new("07242c21-fcc5-4853-8fe8-2467f1e43ff8", "aquanatal", "Aquanatal", AquaAerobics);
    public static readonly ActivityConcept Archery = new("343f01cb-a2e8-48e8-9c0f-dcc7fbaf7ce4", "archery", "Archery");
    public static readonly ActivityConcept Yoga = new("bf1a5e00-cdcf-465d-8c5a-6f57040b7f7e", "yoga", "Yoga", GroupExercise);
    public static readonly ActivityConcept AshtangaYoga = new("1a8e23f3-5e12-411f-99fc-a4fe98010f7d", "ashtanga_yoga", "Ashtanga Yoga", Yoga);
    public static readonly ActivityConcept Athletics = new("4d280e1b-a370-4582-ab4d-442b2eeaf5d4", "athletics", "Athletics");
    public static readonly ActivityConcept BabyYoga = new("1fdf548e-3a7b-45ea-b94b-924475cdc7b0", "baby_yoga", "Baby Yoga", Yoga);
    public static readonly ActivityConcept Badminton = new("c0360db0-a817-4bae-9167-40f89b49fc9e", "badminton", "Badminton");
    public static readonly ActivityConcept Dance = new("6ca15167-51da-4d91-a1ae-8a45dc47b0ea", "dance", "Dance");
    public static readonly ActivityConcept Ballet = new("1ae7395a-27a7-4e33-9f6d-a1a6c17d0757", "ballet", "Ballet", Dance);
    public static readonly ActivityConcept BallroomAndLatin = new("40c3a315-1401-4c31-a5c1-994c59a98469", "ballroom_and_latin", "Ballroom And Latin", Dance);
    public static readonly ActivityConcept Basketball = new("e09776e6-f1b4-421b-b667-5c5913cf97aa", "basketball", "Basketball");
    public static readonly ActivityConcept Boccia = new("611363c5-8acf-4eeb-aeba-c33e9c70146e", "boccia", "Boccia");
    public static readonly ActivityConcept MultiFitness = new("261395e5-9e11-4348-8bef-e0fafef0e765", "multi_fitness", "Multi Fitness", GroupExercise);
    public static readonly ActivityConcept BodyConditioning = new("f25c050b-b454-4b6c-9301-f696f787c8f2", "body_conditioning", "Body Conditioning", GroupExercise, MultiFitness);
    public static readonly ActivityConcept Bollywood = new("0969ddf0-16fa-4ea1-a4f8-d2aeefb46900", "bollywood", "Bollywood", Dance);
    public static readonly ActivityConcept Bootcamp = new("fe3465a2-3a1e-458e-a48b-fc117350e5a7", "bootcamp", "Bootcamp", MultiFitness);
    public static readonly ActivityConcept Bowls = new("b885f4f6-2242-4d11-9466-065d60402624", "bowls", "Bowls");
    public static readonly ActivityConcept BoxingFitness = new("1eb737b6-9962-469d-98cc-0a2e4e86d356", "boxing_fitness", "Boxing Fitness", GroupExercise);
    public static readonly ActivityConcept Boxercise = new("25b963ea-e01e-4fd9-ba38-275f1d278ed6", "boxercise", "Boxercise", BoxingFitness);
    public static readonly ActivityConcept Breathwork = new("08cf6ab5-ae0f-45c2-aaff-7f701d30931f", "breathwork", "Breathwork", GroupExercise);
    public static readonly ActivityConcept BuggyFitness = new("4ad68772-7dc5-4635-8a0f-d4cd9c656c25", "buggy_fitness", "Buggy Fitness", GroupExercise);
    public static readonly ActivityConcept BuggyBootCamp = new("35283629-1fd1-4693-9cd4-d0335549cad9", "buggy_boot_camp", "Buggy Boot Camp", BuggyFitness);
    public static readonly ActivityConcept Walking = new("95092977-5a20-4d6e-b312-8fddabe71544", "walking", "Walking");
    public static readonly ActivityConcept CanalAndRiverWalking = new("6f1e35d6-e09b-46a2-9290-5db7d32bfbb0", "canal_and_river_walking", "Canal and River Walking", Walking);
    public static readonly ActivityConcept Canoeing = new("e0425262-6f1d-4c58-ba8a-dd790c5351b1", "canoeing", "Canoeing");
    public static readonly ActivityConcept ChairBasedExercise = new("ee3cf3ee-082e-4f53-9cb2-3ef0589497ed", "chair_based_exercise", "Chair Based Exercise", GroupExercise);
    public static readonly ActivityConcept ChairYoga = new("16b8fad0-68a1-4159-892d-c9b59dce03c8", "chair_yoga", "Chair Yoga", Yoga);
    public static readonly ActivityConcept CircuitTraining = new("d22d1d7d-8a2f-4e18-88c8-80abcbdded9d", "circuit_training", "Circuit Training", MultiFitness);
    public static readonly ActivityConcept Climbing = new("d09970bc-e11c-40cc-a594-38e4ff32d611", "climbing", "Climbing");
    public static readonly ActivityConcept CountryAndWestern = new("1375887d-41f3-442d-a9b0-847512d060a1", "country_and_western", "Country And Western", Dance);
    public static readonly ActivityConcept Cricket = new("77e3f8fa-c8b3-4e4e-bf1a-ff4b914bb6ec", "cricket", "Cricket");
    public static readonly ActivityConcept Croquet = new("8cba755c-5b62-4e79-b9f2-4f0cb5248f74", "croquet", "Croquet");
    public static readonly ActivityConcept Cycling = new("4a19873e-118e-43f4-b86e-05acba8fb1de", "cycling", "Cycling");
    public static readonly ActivityConcept DanceFitness = new("d3b5104a-2e31-4cca-a278-ef8e0987a764", "dance_fitness", "Dance Fitness", GroupExercise);
    public static readonly ActivityConcept DogWalking = new("e82ea1b1-2b4f-4269-a4f9-42190e502754", "dog_walking", "Dog Walking", Walking);
    public static readonly ActivityConcept Drumming = new("7d309e76-d794-4f40-8fb0-b4a43e13562e", "drumming", "Drumming");
    public static readonly ActivityConcept EarlyYearsPlay = new("36d7c0f9-1831-44ef-abf6-ead8b1cfa80e", "early_years_play", "Early Years Play");
    public static readonly ActivityConcept Extend = new("ea5f74c7-6d69-44c5-8bdc-42e46488f4e0", "extend", "Extend", ChairBasedExercise, GroupExercise);
    public static readonly ActivityConcept FallsAndExerciseManagement = new("35f999ac-8ed5-46fa-87d0-1c7721aca77e", "falls_and_exercise_management", "Falls and Exercise Management", GroupExercise);
    public static readonly ActivityConcept FitnessYoga = new("47ab2b4b-1217-4330-a9bc-0921083610b8", "fitness_yoga", "Fitness Yoga", Yoga);
    public static readonly ActivityConcept FlatGreenBowls = new("d0796a7e-9ed9-4b45-921d-6b0a20780c27", "flat_green_bowls", "Flat Green Bowls", Bowls);
    public static readonly ActivityConcept FlexibilityStretching = new("56be8d24-0c9b-438c-8679-192e5714daf9", "flexibilitystretching", "Flexibility/Stretching", GroupExercise);
    public static readonly ActivityConcept FunctionalFitness = new("493b7750-01d7-493f-811d-335929afeb77", "functional_fitness", "Functional Fitness", GroupExercise);
    public static readonly ActivityConcept Gardening = new("5b880e93-4a16-4c37-86ac-ba2ffba68358", "gardening", "Gardening");
    public static readonly ActivityConcept GeneralFitnessForOlderAdults = new("808e1337-0ab2-4db3-b269-0ee3565c3ac9", "general_fitness_for_older_adults", "General Fitness for Older Adults");
    public static readonly ActivityConcept Goalball = new("59d547bb-0d3b-40a8-b9c6-6d6f33e1e16b", "goalball", "Goalball");
    public static readonly ActivityConcept Golf = new("7ae6067a-07f7-4aea-9e1f-eeeea5ae9047", "golf", "Golf");
    public static readonly ActivityConcept GymWorkout = new("08d9368c-6c6c-44a3-84ef-a42ed00d529a", "gym_workout", "Gym Workout");
    public static readonly ActivityConcept HIIT = new("21b6faae-c7cd-431f-9f2f-7d151e82de33", "hiit", "HIIT", MultiFitness);
    public static readonly ActivityConcept Handcycling = new("2d8eba85-af3d-4d8a-b92f-030d15b4885c", "handcycling", "Handcycling", Cycling);
    public static readonly ActivityConcept HathaYoga = new("90611f8f-fea2-402e-827f-41b487a5f3a0", "hatha_yoga", "Hatha Yoga", Yoga);
    public static readonly ActivityConcept HillWalking = new("f6ec0ab4-6855-48d5-90ad-da87d70c2715", "hill_walking", "Hill Walking", Walking);
    public static readonly ActivityConcept Hockey = new("fbb36017-6222-4af2-8186-392e3da0a418", "hockey", "Hockey");
    public static readonly ActivityConcept HotYoga = new("2fda7187-d1a4-4273-b784-06f062c0ffcd", "hot_yoga", "Hot Yoga", Yoga);
    public static readonly ActivityConcept HydroTherapy = new("5165000e-cd5b-4fd1-b6dc-630c4b989282", "hydro_therapy", "Hydro Therapy", WaterBasedClasses);
    public static readonly ActivityConcept IndoorBowls = new("e759300c-0794-4362-9fdd-85a725504217", "indoor_bowls", "Indoor Bowls", Bowls);
    public static readonly ActivityConcept IndoorCycling = new("5f09c2ca-ceeb-4e0c-871f-e2d0b9971317", "indoor_cycling", "Indoor Cycling", GroupExercise);
    public static readonly ActivityConcept IndoorRowing = new("12756b9e-de31-4372-8df8-027ca02ef5ff", "indoor_rowing", "Indoor Rowing", GroupExercise);
    public static readonly ActivityConcept IyengarYoga = new("431d5bfd-7ffc-4324-bc69-1c039c7008e1", "iyengar_yoga", "Iyengar Yoga", Yoga);
    public static readonly ActivityConcept Running = new("72ddb2dc-7d75-424e-880a-d90eabe91381", "running", "Running");
    public static readonly ActivityConcept Jogging = new("fb930830-f9af-4780-ae0e-51572eeaf96d", "jogging", "Jogging", Running);
    public static readonly ActivityConcept MartialArts = new("2330f2d4-d0dc-4231-8dd9-07d37a452228", "martial_arts", "Martial Arts");
    public static readonly ActivityConcept Judo = new("1653aaaf-cb1e-4611-b45e-95a32d4a7db5", "judo", "Judo", MartialArts);
    public static readonly ActivityConcept Karate = new("50e6f8dc-59a8-4899-af75-7ac344a85a06", "karate", "Karate", MartialArts);
    public static readonly ActivityConcept Kettlebells = new("fa2d7665-bb7f-4596-a157-e08c975d6073", "kettlebells", "Kettlebells", GroupExercise);
    public static readonly ActivityConcept LaughterYoga = new("0aa8f5dd-c726-43bf-9921-494521d02ee5", "laughter_yoga", "Laughter Yoga", Yoga);
    public static readonly ActivityConcept LineDancing = new("2998a4ad-e206-4cf8-9f9d-8a36faa0bc88", "line_dancing", "Line Dancing", CountryAndWestern);
    public static readonly ActivityConcept Meditation = new("0c2a1e6b-4b02-4b8a-ae6d-59f225ff5341", "meditation", "Meditation", GroupExercise);
    public static readonly ActivityConcept Multisports = new("26a7b902-1ddd-46fd-9371-853e414c9eb3", "multisports", "Multisports");
    public static readonly ActivityConcept Netball = new("fbdc35a8-3dd0-40ee-a7ca-6ff40b3e5f90", "netball", "Netball");
    public static readonly ActivityConcept NordicWalking = new("c72e1713-25c1-4886-926a-4cd549bb4916", "nordic_walking", "Nordic Walking", Walking);
    public static readonly ActivityConcept Swimming = new("2750229d-b725-4171-9276-376be913957c", "swimming", "Swimming");
    public static readonly ActivityConcept OpenWaterSwimming = new("66063501-0e05-4c45-8209-4291dfe875aa", "open_water_swimming", "Open Water Swimming", Swimming);
    public static readonly ActivityConcept Orienteering = new("b2d5619e-56a7-4c40-b691-7f946f6ff5df", "orienteering", "Orienteering");
    public static readonly ActivityConcept Otago = new("72871f24-fdcd-4a88-9400-9cb08b911e70", "otago", "Otago", GroupExercise);
    public static readonly ActivityConcept Petanque = new("fc435509-332a-41db-b204-0da4153cf4f6", "petanque", "Petanque");
    public static readonly ActivityConcept PhaseIVCardiacRehabilitation = new("e4c2656d-983d-4126-b824-72c6713879fb", "phase_iv_cardiac_rehabilitation", "Phase IV Cardiac Rehabilitation", GroupExercise);
    public static readonly ActivityConcept Pickleball = new("d354b58e-0c97-47c8-92cb-937b91d56eef", "pickleball", "Pickleball");
    public static readonly ActivityConcept Pilates = new("3a6b1c08-7aa6-48d4-9690-dca9e0133057", "pilates", "Pilates", GroupExercise);
    public static readonly ActivityConcept PosturalStabilityInstruction = new("22368ce1-56d0-4ce9-ad45-bbb7e89ebb00", "postural_stability_instruction", "Postural Stability Instruction", GroupExercise);
    public static readonly ActivityConcept PowerAssistedExercise = new("5705d900-36a2-4fab-a98b-ca197a53397c", "power_assisted_exercise", "Power Assisted Exercise");
    public static readonly ActivityConcept PowerWalking = new("26e6e5bb-b316-4e8f-9575-8036a002d0f1", "power_walking", "Power Walking", Walking);
    public static readonly ActivityConcept PregnancyYoga = new("6a240b01-5389-4ce0-87da-35a9d7749877", "pregnancy_yoga", "Pregnancy Yoga", Yoga);
    public static readonly ActivityConcept PulmonaryMaintenance = new("fa58a756-6094-4c7d-8716-2aadc27a655f", "pulmonary_maintenance", "Pulmonary Maintenance", GroupExercise);
    public static readonly ActivityConcept Qigong = new("c5e5beaf-0af7-4f43-a28f-6f4ef0e6da92", "qigong", "Qigong", Yoga);
    public static readonly ActivityConcept RecreationalCycling = new("be4762de-b26c-4bd2-bcf2-4e54b58e7830", "recreational_cycling", "Recreational Cycling", Cycling);
    public static readonly ActivityConcept ReformerPilates = new("2a6fbcf8-e180-4213-844d-2ea17ce519e9", "reformer_pilates", "Reformer Pilates", Pilates);
    public static readonly ActivityConcept RehabPilates = new("ced88c35-a39f-4b1c-9d94-093ee4fc0e7e", "rehab_pilates", "Rehab Pilates", Pilates);
    public static readonly ActivityConcept ResistanceBands = new("6fffbfae-1ba9-4999-b8d2-86ff570e999e", "resistance_bands", "Resistance Bands", FunctionalFitness);
    public static readonly ActivityConcept RestorativeYoga = new("1b7d6a89-1f6b-4e3d-89c9-c32fc539a7dd", "restorative_yoga", "Restorative Yoga", Yoga);
    public static readonly ActivityConcept Rugby = new("5d528d2f-83df-482e-bfb9-fcaee5b85f4a", "rugby", "Rugby");
    public static readonly ActivityConcept Salsa = new("a454c7e6-52da-426d-9bd1-743e9d7d266d", "salsa", "Salsa", Dance);
    public static readonly ActivityConcept SelfDefence = new("1b88144e-91cf-4642-8e6a-8e4524f7c56f", "self_defence", "Self Defence", MartialArts);
    public static readonly ActivityConcept ShortMatBowls = new("3f0def6f-600f-43d2-b86b-d4114231d50a", "short_mat_bowls", "Short Mat Bowls", Bowls);
    public static readonly ActivityConcept Singing = new("e2b21a40-66a4-42bb-a24f-3638cc356299", "singing", "Singing");
    public static readonly ActivityConcept Volleyball = new("065c8564-144a-4833-b95a-db8550e6ac86", "volleyball", "Volleyball");
    public static readonly ActivityConcept SittingVolleyball = new("ba8f0f90-de5e-4abf-88a8-6d1a7c1e0f91", "sitting_volleyball", "Sitting Volleyball", Volleyball);
    public static readonly ActivityConcept Spinning = new("14eff16c-6da8-4f3e-9a85-37a8e7d3062d", "spinning", "Spinning", IndoorCycling);
    public static readonly ActivityConcept Squash = new("b7845b8a-4c0c-4a8f-93d3-d41d62eec889", "squash", "Squash");
    public static readonly ActivityConcept Squash57 = new("32225241-1c8c-4ba3-b540-22b710433c18", "racketball", "Squash 57", Squash);
    public static readonly ActivityConcept Surfing = new("ba5381a0-c981-4879-9b44-8b18e922c412", "surfing", "Surfing");
    public static readonly ActivityConcept StandUpPaddleboarding = new("12e7315a-3182-415b-aaf3-923d23adfdf8", "stand_up_paddleboarding", "Stand Up Paddleboarding", Surfing);
    public static readonly ActivityConcept StepAerobics = new("01e547fd-2a10-40a4-a297-6d827c10529c", "step_aerobics", "Step Aerobics", GroupExercise);
    public static readonly ActivityConcept StreetDance = new("85ddf0e4-115d-4c0b-9bca-4c3b4b635bb2", "street_dance", "Street Dance", Dance);
    public static readonly ActivityConcept StrengthAndConditioning = new("99363c95-ed8a-4fac-afd4-c55b138f0eba", "strength_and_conditioning", "Strength and Conditioning", GroupExercise);
    public static readonly ActivityConcept StretchClass = new("da71f513-a3b3-44f5-8268-c45f92fdcd55", "stretch_class", "Stretch Class", FlexibilityStretching);
    public static readonly ActivityConcept Swimfit = new("2571c4c2-a3bd-4a53-b6f5-d3ae296968d6", "swimfit", "Swimfit", Swimming);
    public static readonly ActivityConcept SwimmingLessons = new("dfaf6bb4-d2fe-4db5-a271-4ceeaaaf55b9", "swimming_lessons", "Swimming Lessons", Swimming);
    public static readonly ActivityConcept TableTennis = new("1a05993d-b206-4efe-85da-646fa340bdf4", "table_tennis", "Table Tennis");
    public static readonly ActivityConcept TagRugby = new("e5772d77-79cd-45fa-97b9-10dd86a78dc7", "tag_rugby", "Tag Rugby", Rugby);
    public static readonly ActivityConcept TaiChi = new("c16df6ed-a4a0-4275-a8c3-1c8cff56856f", "tai_chi", "Tai Chi", MartialArts);
    public static readonly ActivityConcept TeaDance = new("e3334ebc-7568-48fa-8c93-151626101e5b", "tea_dance", "Tea Dance", Dance);
    public static readonly ActivityConcept Tennis = new("f2ea7405-6098-4378-b0fe-4e398a659fc4", "tennis", "Tennis");
    public static readonly ActivityConcept ThisGirlCanClasses = new("063105f3-070a-485e-892e-6dd42bc48a56", "this_girl_can_classes", "This Girl Can Classes", GroupExercise);
    public static readonly ActivityConcept Trampolining = new("0082b27f-8be5-4ade-ae1f-5f0b2be9e164", "trampolining", "Trampolining");
    public static readonly ActivityConcept VinyasaYoga = new("df58ee70-fa79-423f-b146-4d719b3e7aac", "vinyasa_yoga", "Vinyasa Yoga", Yoga);
    public static readonly ActivityConcept WalkingBasketball = new("491f00db-e058-43a3-afb7-d352d3dd5b5e", "walking_basketball", "Walking Basketball", Basketball);
    public static readonly ActivityConcept WalkingCricket = new("f00fc7b2-8154-43f3-97a0-a53fb62c233a", "walking_cricket", "Walking Cricket", Cricket);
    public static readonly ActivityConcept WalkingFootball = new("b8019b67-2ade-406f-a012-91a5c3869652", "walking_football", "Walking Football", Football);
    public static readonly ActivityConcept WalkingHockey = new("b198d16b-81c1-4287-a846-b4f4027076b4", "walking_hockey", "Walking Hockey", Hockey);
    public static readonly ActivityConcept WalkingNetball = new("1e48de7e-4f8f-49bd-8ab3-9d92edf2cedc", "walking_netball", "Walking Netball", Netball);
    public static readonly ActivityConcept WalkingRugby = new("c130d312-c5de-44af-bc89-1d3d808113cc", "walking_rugby", "Walking Rugby", Rugby);
    public static readonly ActivityConcept WalkingTennis = new("cd63149a-d6ab-4278-8ce2-033f65e0a9f6", "walking_tennis", "Walking Tennis", Tennis);
    public static readonly ActivityConcept WeightTraining = new("25905e33-e0a3-466c-986e-aaed6bccdaef", "weight_training", "Weight Training", GroupExercise);
    public static readonly ActivityConcept WheelchairBasketball = new("bd661e66-7781-4934-90f4-8655d07eebd7", "wheelchair_basketball", "Wheelchair Basketball", Basketball);
    public static readonly ActivityConcept YinYoga = new("56e4a0e9-0b99-4e7e-aab7-137b4712a041", "yin_yoga", "Yin Yoga", Yoga);
    public static readonly ActivityConcept YogaNidra = new("06178c28-8f7f-4cb2-8975-f6694dc105d0", "yoga_nidra", "Yoga Nidra", Yoga);
    public static readonly ActivityConcept Zumba = new("78503fa2-ed24-4a80-a224-e2e94581d8a8", "zumba", "Zumba®", DanceFitness);
    public static readonly ActivityConcept ZumbaGold = new("7f4fffb6-f136-46e0-9fac-7142567b41b5", "zumba_gold", "Zumba® Gold", Zumba);

    /// <summary>All of them; a broader concept stands before its narrower ones.</summary>
    public static IReadOnlyList<ActivityConcept> All { get; } =
    [
        Football, ElevenASide, SmallSidedFootball, FiveASide, GroupExercise, AbsCore, Aerobics, WaterBasedClasses,
        AquaAerobics, AquaFitDeepWater, AquaZumba, Aquacise, Aquanatal, Archery, Yoga, AshtangaYoga, Athletics,
        BabyYoga, Badminton, Dance, Ballet, BallroomAndLatin, Basketball, Boccia, MultiFitness, BodyConditioning,
        Bollywood, Bootcamp, Bowls, BoxingFitness, Boxercise, Breathwork, BuggyFitness, BuggyBootCamp, Walking,
        CanalAndRiverWalking, Canoeing, ChairBasedExercise, ChairYoga, CircuitTraining, Climbing, CountryAndWestern,
        Cricket, Croquet, Cycling, DanceFitness, DogWalking, Drumming, EarlyYearsPlay, Extend,
        FallsAndExerciseManagement, FitnessYoga, FlatGreenBowls, FlexibilityStretching, FunctionalFitness, Gardening,
        GeneralFitnessForOlderAdults, Goalball, Golf, GymWorkout, HIIT, Handcycling, HathaYoga, HillWalking, Hockey,
        HotYoga, HydroTherapy, IndoorBowls, IndoorCycling, IndoorRowing, IyengarYoga, Running, Jogging, MartialArts,
        Judo, Karate, Kettlebells, LaughterYoga, LineDancing, Meditation, Multisports, Netball, NordicWalking,
        Swimming, OpenWaterSwimming, Orienteering, Otago, Petanque, PhaseIVCardiacRehabilitation, Pickleball, Pilates,
        PosturalStabilityInstruction, PowerAssistedExercise, PowerWalking, PregnancyYoga, PulmonaryMaintenance,
        Qigong, RecreationalCycling, ReformerPilates, RehabPilates, ResistanceBands, RestorativeYoga, Rugby,
        Salsa, SelfDefence, ShortMatBowls, Singing, Volleyball, SittingVolleyball, Spinning, Squash,
        Squash57, Surfing, StandUpPaddleboarding, StepAerobics, StreetDance, StrengthAndConditioning, StretchClass,
        Swimfit, SwimmingLessons, TableTennis, TagRugby, TaiChi, TeaDance, Tennis, ThisGirlCanClasses, Trampolining,
        VinyasaYoga, WalkingBasketball, WalkingCricket, WalkingFootball, WalkingHockey, WalkingNetball,
        WalkingRugby, WalkingTennis, WeightTraining, WheelchairBasketball, YinYoga, YogaNidra, Zumba, ZumbaGold,
    ];
}
