using System.Net;
using FunctionsApp.Acquisition.Posters;
using FunctionsApp.Groups;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Tests.Application;

public sealed class IdempotencyKeyTests(AppHost app) : IClassFixture<AppHost>
{
    [Theory]
    [InlineData("/api/groups/")]
    [InlineData("/API/Groups")]
    [InlineData("/api/%67roups")]
    public async Task Key_is_one_however_the_path_is_written(string path)
    {
        var key = (IdempotencyKey.HeaderName, app.NewId("key"));

        var first = (await app.PostAsync("/api/groups", SampleBodies.Group(null), key)).As<GroupView>();
        var again = (await app.PostAsync(path, SampleBodies.Group(null), key)).Expecting(HttpStatusCode.OK);

        Assert.Equal(first.Id, again.As<GroupView>().Id);
    }

    [Fact]
    public async Task Keys_that_differ_in_case_are_two()
    {
        var id = app.NewId("key");

        await app.PostAsync("/api/groups", SampleBodies.Group(null), (IdempotencyKey.HeaderName, id));
        var other = await app.PostAsync(
            "/api/groups", SampleBodies.Group(null), (IdempotencyKey.HeaderName, id.ToUpperInvariant()));

        other.Expecting(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Key_of_another_campaign_makes_another_poster()
    {
        var key = (IdempotencyKey.HeaderName, app.NewId("key"));
        var group = await app.GroupAsync();
        var (first, _) = await app.CampaignAsync(group);
        var (second, _) = await app.CampaignAsync(group);

        var posters = new[]
        {
            await app.PostAsync($"/api/campaigns/{first}/posters", SampleBodies.Poster(), key),
            await app.PostAsync($"/api/campaigns/{second}/posters", SampleBodies.Poster(), key),
        };

        Assert.Equal(
            2,
            posters.Select(poster => poster.Expecting(HttpStatusCode.Created).As<PosterView>().PosterId)
                .Distinct()
                .Count());
    }
}
