using System.Net;
using FunctionsApp.Insights.Rehearsals;
using FunctionsApp.Tests.Application.Crashes;

namespace FunctionsApp.Tests.Insights.Rehearsals;

/// <summary>
/// A report whose process dies at each commit in turn. It is listed whole or not at all, and a repeat keeps it.
/// </summary>
public sealed class RehearsalCrashTests : IDisposable
{
    static readonly AppHostSetup Setup = new();

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-");

    [Fact]
    public async Task Report_is_listed_whole_or_not_at_all_and_a_repeat_keeps_it()
    {
        var report = LargeReport();
        var crashes = new CrashImages(folder);
        string id, expected;
        await using (var app = await AppHost.StartAsync(crashes.Setup))
        {
            await crashes.PlayAsync(app, async alive =>
                (await alive.SendReportAsync(report)).Expecting(HttpStatusCode.Created));
            id = Assert.Single(await ListAsync(app)).Id;
            expected = await ReadAsync(app, id);
        }

        Assert.InRange(crashes.Images.Count, 5, 40);
        foreach (var crash in crashes.Images)
        {
            await using var app = await AppHost.StartAsync(Setup with { Store = crash.Store, Clock = crash.At });
            foreach (var listed in await ListAsync(app))
                Assert.Equal((crash, expected), (crash, await ReadAsync(app, listed.Id)));
            await app.SendReportAsync(report);
            Assert.Equal((crash, id), (crash, Assert.Single(await ListAsync(app)).Id));
            Assert.Equal((crash, expected), (crash, await ReadAsync(app, id)));
            await app.AdvanceAsync(TimeSpan.FromDays(2));
            Assert.Equal((crash, 1), (crash, await app.UploadsAsync()));
        }
    }

    [Fact]
    public async Task Deletion_that_died_is_finished_at_night()
    {
        var crashes = new CrashImages(folder);
        await using (var app = await AppHost.StartAsync(crashes.Setup))
        {
            (await app.SendReportAsync(LargeReport())).Expecting(HttpStatusCode.Created);
            var id = Assert.Single(await ListAsync(app)).Id;
            await crashes.PlayAsync(app, async alive => (await alive.SendAsync(
                HttpMethod.Delete, $"{RehearsalClient.Path}/{id}", body: null)).Expecting(HttpStatusCode.NoContent));
        }

        Assert.InRange(crashes.Images.Count, 2, 10);
        foreach (var crash in crashes.Images)
        {
            await using var app = await AppHost.StartAsync(Setup with { Store = crash.Store, Clock = crash.At });
            var reports = (await ListAsync(app)).Count;
            await app.AdvanceAsync(TimeSpan.FromDays(2));
            Assert.Equal((crash, reports), (crash, await app.UploadsAsync()));
        }
    }

    public void Dispose() => folder.Delete(recursive: true);

    // Its text takes two transactions.
    static string LargeReport()
    {
        var report = RehearsalClient.Report(Setup.Clock, Setup.Clock.AddDays(7));
        var random = new Random(1);
        for (var n = 0; n < 3_600; n++)
        {
            var text = string.Concat(Enumerable.Range(0, 40).Select(_ => random.NextInt64()));
            report["timeline"]!.AsArray().Add(RehearsalClient.Entry(Setup.Clock.AddMinutes(n), text));
        }

        return report.ToJsonString();
    }

    static Task<IReadOnlyList<RehearsalView>> ListAsync(AppHost app) =>
        app.ListAsync<RehearsalView>($"{RehearsalClient.Path}?");

    static async Task<string> ReadAsync(AppHost app, string id) =>
        (await app.GetAsync($"{RehearsalClient.Path}/{id}")).Expecting(HttpStatusCode.OK).Text;
}
