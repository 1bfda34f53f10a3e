using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using FunctionsApp.Insights.Rehearsals;
using FunctionsApp.Platform.Http;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Insights.Rehearsals;

/// <summary>Each test has its own host, because a brand has one list of reports.</summary>
public sealed class KeepRehearsalTests : IAsyncLifetime
{
    readonly AppHost app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Report_comes_back_byte_by_byte()
    {
        var sent = Canonical(app.Report(RehearsalClient.Figure(RehearsalScope.Brand, null, "messages", 1, 3.5)));

        var answer = (await app.SendReportAsync(sent)).Expecting(HttpStatusCode.Created);

        var kept = answer.As<RehearsalView>();
        Assert.Equal($"/api/rehearsals/{kept.Id}", answer.Location);
        Assert.Matches("^[0-9a-f]{16}$", kept.Id);
        Assert.Equal((app.Now, null, 400, 3, 1), (kept.CreatedAt, kept.By, kept.Members, kept.Seeds, kept.Warnings));
        var read = (await app.GetAsync(answer.Location!)).Expecting(HttpStatusCode.OK);
        Assert.Equal(sent, read.Text);
    }

    [Fact]
    public async Task Same_report_again_is_found_however_it_is_written()
    {
        var report = app.Report();
        var id = await app.KeepAsync(report);
        await app.AdvanceAsync(TimeSpan.FromHours(1));
        var spaced = new JsonObject([.. report.Reverse().Select(field => new KeyValuePair<string, JsonNode?>(
            field.Key, field.Value?.DeepClone()))]);
        spaced.Remove("comparison");

        var again = await app.SendReportAsync(spaced.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));

        var kept = again.Expecting(HttpStatusCode.OK).As<RehearsalView>();
        Assert.Equal((id, app.Now.AddHours(-1)), (kept.Id, kept.CreatedAt));
        Assert.Single(await app.ListAsync<RehearsalView>($"{RehearsalClient.Path}?"));
        Assert.Equal(1, await app.UploadsAsync());
    }

    [Fact]
    public async Task Report_of_several_megabytes_comes_back_whole()
    {
        var random = new Random(7);
        var report = app.Report();
        var timeline = report["timeline"]!.AsArray();
        for (var n = 0; n < 4_000; n++)
        {
            // Digits do not compress to less than half.
            var text = string.Concat(Enumerable.Range(0, 40).Select(_ => random.NextInt64()));
            timeline.Add(RehearsalClient.Entry(app.Now.AddMinutes(n), text));
        }

        var sent = Canonical(report);
        Assert.InRange(sent.Length, 3_000_000, RehearsalReportReader.MaxBytes);

        var location = (await app.SendReportAsync(sent)).Expecting(HttpStatusCode.Created).Location!;

        Assert.Equal(sent, (await app.GetAsync(location)).Text);
        Assert.InRange(await app.RowsAsync("chunk-report"), 10, 70);
    }

    [Fact]
    public async Task Reports_are_listed_by_pages_the_newest_first()
    {
        List<string> ids = [];
        for (var n = 0; n < 5; n++)
        {
            ids.Add(await app.KeepAsync(app.Report()));
            await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        var first = (await app.GetAsync($"{RehearsalClient.Path}?top=2")).Expecting(HttpStatusCode.OK).Json;
        var next = first.GetProperty("continuation").GetString()!;
        var after = $"{RehearsalClient.Path}?top=2&continuation={Uri.EscapeDataString(next)}";
        var second = (await app.GetAsync(after)).Expecting(HttpStatusCode.OK).Json;

        Assert.Equal([ids[4], ids[3]], Ids(first));
        Assert.Equal([ids[2], ids[1]], Ids(second));
        var all = await app.ListAsync<RehearsalView>($"{RehearsalClient.Path}?");
        Assert.Equal(ids.AsEnumerable().Reverse(), all.Select(report => report.Id));
    }

    [Fact]
    public async Task Deleted_report_is_gone_with_its_texts_and_can_be_kept_again()
    {
        var report = app.Report();
        var id = await app.KeepAsync(report);

        (await DeleteAsync(id)).Expecting(HttpStatusCode.NoContent);

        (await app.GetAsync($"{RehearsalClient.Path}/{id}")).IsProblem(HttpStatusCode.NotFound);
        (await app.GetAsync($"/api/insights/rehearsals/{id}")).IsProblem(HttpStatusCode.NotFound);
        (await DeleteAsync(id)).IsProblem(HttpStatusCode.NotFound);
        Assert.Empty(await app.ListAsync<RehearsalView>($"{RehearsalClient.Path}?"));
        Assert.Equal(0, await app.UploadsAsync());
        Assert.Equal(id, await app.KeepAsync(report));
    }

    [Fact]
    public async Task Report_after_200_is_409_until_one_is_deleted()
    {
        List<string> ids = [];
        for (var n = 0; n < RehearsalStore.MaxReports; n++)
            ids.Add(await app.KeepAsync(RehearsalClient.Report(app.Now, app.Now.AddMinutes(n + 1))));
        var oneMore = app.Report();

        var refused = await app.PostAsync(RehearsalClient.Path, oneMore);

        refused.IsProblem(HttpStatusCode.Conflict);
        Assert.Equal("LimitReached", refused.Json.GetProperty("kind").GetString());
        Assert.Equal(RehearsalStore.MaxReports, await app.UploadsAsync());
        (await DeleteAsync(ids[0])).Expecting(HttpStatusCode.NoContent);
        await app.KeepAsync(oneMore);
    }

    [Fact]
    public async Task Reports_that_come_at_the_same_time_are_kept_once_each()
    {
        var reports = Enumerable.Range(1, 4).Select(n => RehearsalClient.Report(app.Now, app.Now.AddDays(n))).ToList();

        var answers = await Task.WhenAll(
            Enumerable.Repeat(reports, 3).SelectMany(all => all).Select(report =>
                app.SendReportAsync(report.ToJsonString())));

        Assert.Equal(4, answers.Count(answer => answer.Status is HttpStatusCode.Created));
        Assert.Equal(8, answers.Count(answer => answer.Status is HttpStatusCode.OK));
        Assert.Equal(4, (await app.ListAsync<RehearsalView>($"{RehearsalClient.Path}?")).Count);
        Assert.Equal(4, await app.UploadsAsync());
    }

    // The API writes Chinese without escapes.
    static string Canonical(JsonObject report) =>
        JsonSerializer.Serialize(report.Deserialize<RehearsalReport>(ApiJson.Options), ApiJson.Options);

    static IEnumerable<string> Ids(JsonElement page) =>
        page.GetProperty("items").EnumerateArray().Select(report => report.GetProperty("id").GetString()!);

    Task<ApiAnswer> DeleteAsync(string id) =>
        app.SendAsync(HttpMethod.Delete, $"{RehearsalClient.Path}/{id}", body: null);
}
