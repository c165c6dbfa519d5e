using Feeds.Harvester.Tests.Harvesting;
using Feeds.Harvester.Tests.Support;
using Xunit;

namespace Feeds.Harvester.Tests.CommandLine;

/// <summary>What an operator sees: exit codes, tables, complaints, and where files appear.</summary>
public sealed class ProgramTests
{
    [Fact]
    public async Task A_harvest_that_got_there_exits_with_0_and_status_shows_its_feeds()
    {
        await using var test = await HarvestFixture.StartAsync();
        using var program = Trusting(test);
        test.OnShortFeed("/feed", HarvestFixture.Series(1));

        var (exitCode, output, errors) = await program.RunAsync("harvest", test.Server.Url("/feed"));
        var status = await program.RunAsync("status");

        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("1 of 1", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(program.Folder, "data", "signposting.db")));
        Assert.Equal(0, status.ExitCode);
        Assert.Contains(test.Server.Url("/feed"), status.Output, StringComparison.Ordinal);
        Assert.Contains("waiting", status.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_gives_each_reason_for_not_offering_records_an_example_and_what_to_do()
    {
        await using var test = await HarvestFixture.StartAsync();
        using var program = Trusting(test);
        test.OnShortFeed("/feed", RpdeText.Updated("1", "1", """{"@type":"SessionSeries","@id":"https://example.org/1","name":"Walk","location":{"@type":"Place","name":"Hall"} }"""),
            RpdeText.Updated("2", "1", """{"@type":"ScheduledSession","superEvent":"https://example.org/2","startDate":"2099-06-10T10:00:00Z"}"""));
        await program.RunAsync("harvest", test.Server.Url("/feed"));

        var (_, output, _) = await program.RunAsync("status");

        var words = string.Join(' ', output.Split([' ', '\n', '│'], StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains("no-coordinates", words, StringComparison.Ordinal);
        Assert.Contains("import-postcodes", words, StringComparison.Ordinal);
        Assert.Contains("orphan", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_harvest_that_did_not_get_there_exits_with_1_and_says_which_and_why()
    {
        await using var test = await HarvestFixture.StartAsync();
        using var program = Trusting(test);
        test.OnShortFeed("/feed", HarvestFixture.Series(1));
        program.Environment["Feeds__Sources__0"] = test.Server.Url("/feed");
        program.Environment["Feeds__Sources__1"] = test.Server.Url("/missing");

        var (exitCode, output, _) = await program.RunAsync("harvest");

        Assert.Equal(1, exitCode);
        Assert.Contains("1 of 1", output, StringComparison.Ordinal);
        Assert.Contains(test.Server.Url("/missing"), output, StringComparison.Ordinal);
        Assert.Contains("http-404", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Store:Engine", "status", "--Store:Engine", "oracle")]
    [InlineData("Store:Enginee", "status", "--Store:Enginee=sqlite")]
    [InlineData("Feeds:PollSeconds", "run", "--Feeds:PollSeconds")]
    [InlineData("SOURCE", "harvest", "not-a-url")]
    [InlineData("SOURCE", "run", "not-a-url")]
    [InlineData("hravest", "hravest")]
    [InlineData("command", new string[0])]
    public async Task Wrong_usage_exits_with_2_and_names_what_is_wrong(string named, params string[] arguments)
    {
        using var program = new HarvesterProgram();

        var (exitCode, _, errors) = await program.RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains(named, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(program.Folder));
    }

    [Fact]
    public async Task The_command_line_goes_before_the_environment_and_that_before_the_settings_file()
    {
        using var program = new HarvesterProgram();
        await File.WriteAllTextAsync(
            Path.Combine(program.Folder, "appsettings.json"), """{"Store":{"Engine":"from-file"},"Feeds":{"PollSeconds":"from-file","Enabled":"from-file"}}""", TestContext.Current.CancellationToken);
        program.Environment["Store__Engine"] = "from-environment";
        program.Environment["Feeds__PollSeconds"] = "from-environment";

        var (_, _, errors) = await program.RunAsync("status", "--Store:Engine", "from-command-line");

        Assert.Contains("Store:Engine: 'from-command-line'", errors, StringComparison.Ordinal);
        Assert.Contains("Feeds:PollSeconds: 'from-environment'", errors, StringComparison.Ordinal);
        Assert.Contains("Feeds:Enabled: 'from-file'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_settings_file_that_is_no_JSON_is_told()
    {
        using var program = new HarvesterProgram();
        await File.WriteAllTextAsync(Path.Combine(program.Folder, "appsettings.json"), "{", TestContext.Current.CancellationToken);

        var (exitCode, _, errors) = await program.RunAsync("status");

        Assert.Equal(2, exitCode);
        Assert.Contains("appsettings.json", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_of_a_store_that_is_not_there_makes_none()
    {
        using var program = new HarvesterProgram();

        var (exitCode, _, errors) = await program.RunAsync("status", "--Store:Connection", "Data Source=elsewhere/x.db");

        Assert.Equal(1, exitCode);
        Assert.Contains(Path.Combine(program.Folder, "elsewhere", "x.db"), errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(program.Folder, "elsewhere")));
    }

    [Fact]
    public async Task Postcodes_are_imported_from_a_file_named_relative_to_the_start_folder()
    {
        using var program = new HarvesterProgram();
        await File.WriteAllTextAsync(Path.Combine(program.Folder, "p.csv"), "pcds,doterm,lat,long\nLS1 3AD,,53.798,-1.549\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(program.Folder, "bad.csv"), "pcds,doterm,lat,long\nLS1 3AD,,north,-1.549\n", TestContext.Current.CancellationToken);

        var good = await program.RunAsync("import-postcodes", "p.csv");
        var bad = await program.RunAsync("import-postcodes", "bad.csv");

        Assert.Equal(0, good.ExitCode);
        Assert.Contains("1 postcodes imported from p.csv", good.Output, StringComparison.Ordinal);
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("'north' is no coordinate. Nothing was changed.", bad.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Areas_are_imported_when_the_files_are_complete_and_agree()
    {
        using var program = new HarvesterProgram();
        await File.WriteAllTextAsync(Path.Combine(program.Folder, "boards.csv"), "LSOA21CD,SICBL24CD,SICBL24CDH,SICBL24NM,ICB24CD,ICB24CDH,ICB24NM\nE01033010,E38000225,15F,Sub,E54000054,QWO,Board\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(program.Folder, "imd.csv"), "LSOA code (2021),IMD_decile\nE01033010,8.0\n", TestContext.Current.CancellationToken);

        var good = await program.RunAsync("import-areas", "boards.csv", "imd.csv");
        var bad = await program.RunAsync("import-areas", "boards.csv");

        Assert.Equal((0, ""), (good.ExitCode, good.Errors));
        Assert.Contains("1 areas imported: LSOAs of 2021, ICBs of 2024, deprivation of 2025 (boards.csv, imd.csv).", good.Output, StringComparison.Ordinal);
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("Add the one of 2025. Nothing was changed.", bad.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_directory_with_areas_of_2011_is_imported_for_its_places_alone_and_says_so()
    {
        using var program = new HarvesterProgram();

        var (exitCode, output, _) = await program.RunAsync("import-postcodes", SharedData.File("geo", "NSPL_FEB_2016_sample.csv"));

        Assert.Equal(0, exitCode);
        Assert.Contains("areas are not known", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_backup_is_one_command_and_so_is_putting_it_back()
    {
        using var program = new HarvesterProgram();
        await File.WriteAllTextAsync(Path.Combine(program.Folder, "p.csv"), "pcds,lat,long,doterm\nLS1 3AD,53.8,-1.5,\n", TestContext.Current.CancellationToken);
        await program.RunAsync("import-postcodes", "p.csv");

        var saved = await program.RunAsync("backup", "copy.db");
        var refused = await program.RunAsync("restore", "copy.db");
        var restored = await program.RunAsync("restore", "copy.db", "--Store:Connection", "Data Source=other/store.db");

        Assert.Equal((0, ""), (saved.ExitCode, saved.Errors));
        Assert.Equal((0, ""), (restored.ExitCode, restored.Errors));
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("exists already", refused.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(program.Folder, "other", "store.db")));
    }

    private static HarvesterProgram Trusting(HarvestFixture test)
    {
        var program = new HarvesterProgram();
        program.Environment["Feeds__TrustedOrigins"] = test.Server.Origin;
        return program;
    }
}
