using System.Net;
using FunctionsApp.Care.Suitability;
using FunctionsApp.Tests.Platform.Http;

namespace FunctionsApp.Tests.Care.Suitability;

/// <summary>Each test has its own host, because a brand has one list of assessments.</summary>
public sealed class SuitabilityListTests : IAsyncLifetime
{
    readonly AppHost app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Assessments_are_listed_by_pages_the_newest_first()
    {
        List<string> ids = [];
        for (var n = 0; n < 5; n++)
        {
            ids.Add((await app.AssessAsync()).Id);
            await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        var first = (await app.GetAsync($"{SuitabilityClient.Path}?top=2")).Expecting(HttpStatusCode.OK).Json;

        Assert.Equal(
            [ids[4], ids[3]],
            first.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        var all = await app.ListAsync<SuitabilityView>($"{SuitabilityClient.Path}?");
        Assert.Equal(ids.AsEnumerable().Reverse(), all.Select(assessment => assessment.Id));
    }

    [Fact]
    public async Task Assessment_after_200_is_409_and_a_repeat_is_not()
    {
        var body = SuitabilityClient.Body("the-first");
        await app.AssessAsync(body);
        for (var n = 1; n < SuitabilityStore.MaxAssessments; n++) await app.AssessAsync();

        var refused = await app.PostAsync(SuitabilityClient.Path, SuitabilityClient.Body());

        refused.IsProblem(HttpStatusCode.Conflict);
        Assert.Equal("LimitReached", refused.Json.GetProperty("kind").GetString());
        (await app.PostAsync(SuitabilityClient.Path, body)).Expecting(HttpStatusCode.OK);
        Assert.Equal(
            SuitabilityStore.MaxAssessments,
            (await app.ListAsync<SuitabilityView>($"{SuitabilityClient.Path}?")).Count);
    }

    [Fact]
    public async Task Assessments_that_come_at_once_are_all_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.AssessAsync()));

        Assert.Equal(20, (await app.ListAsync<SuitabilityView>($"{SuitabilityClient.Path}?")).Count);
    }
}
