using System.Net;
using FunctionsApp.Acquisition.Posters;
using FunctionsApp.Tests.Acquisition.Standings;

namespace FunctionsApp.Tests.Acquisition.Posters;

public sealed class PosterListTests(AppHost app) : IClassFixture<AppHost>
{
    [Fact]
    public async Task Posters_of_a_campaign_are_listed_newest_first_and_before_those_of_participants()
    {
        var (campaign, first) = await app.CampaignAsync(await app.GroupAsync());
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));
        var second = await app.PosterAsync(campaign);
        var participant = await app.ParticipantAsync(campaign, "ann");

        var posters = await PostersAsync(campaign);

        Assert.Equal([second.Code, first, participant.Code], posters.Select(poster => poster.Code));
        Assert.Equal([null, null, "ann"], posters.Select(poster => poster.Inviter));
        Assert.Equal(
            (second.PosterId, "春茶节 · 进群有礼", app.Now, second.ScanUrl, second.SvgUrl),
            (posters[0].PosterId, posters[0].Title, posters[0].CreatedAt, posters[0].ScanUrl, posters[0].SvgUrl));
    }

    [Theory]
    [InlineData("true", 1)]
    [InlineData("false", 2)]
    public async Task List_shows_only_shared_posters_or_only_those_of_participants(string personal, int count)
    {
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());
        await app.PosterAsync(campaign);
        await app.ParticipantAsync(campaign, "ann");

        var posters = await PostersAsync(campaign, $"personal={personal}&");

        Assert.Equal(count, posters.Count);
        Assert.All(posters, poster => Assert.Equal(personal == "true", poster.Inviter is not null));
    }

    [Fact]
    public async Task Repeated_poster_and_repeated_enrolment_are_listed_once_with_their_first_instant()
    {
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());
        var key = ("Idempotency-Key", app.NewId("key"));
        await app.PostAsync($"/api/campaigns/{campaign}/posters", SampleBodies.Poster(), key);
        await app.ParticipantAsync(campaign, "ann");
        var before = await PostersAsync(campaign);
        await app.AdvanceAsync(TimeSpan.FromMinutes(1));

        await app.PostAsync($"/api/campaigns/{campaign}/posters", SampleBodies.Poster(), key);
        await app.ParticipantAsync(campaign, "ann");

        Assert.Equal(before, await PostersAsync(campaign));
    }

    [Fact]
    public async Task Posters_of_another_campaign_are_not_listed_and_an_unknown_campaign_is_404()
    {
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());
        var (other, _) = await app.CampaignAsync(await app.GroupAsync());

        Assert.Single(await PostersAsync(campaign));
        Assert.Single(await PostersAsync(other));
        (await app.GetAsync("/api/campaigns/no-such-campaign/posters")).Expecting(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Filter_that_is_neither_true_nor_false_is_refused()
    {
        var (campaign, _) = await app.CampaignAsync(await app.GroupAsync());

        (await app.GetAsync($"/api/campaigns/{campaign}/posters?personal=yes")).ExpectingInvalid("personal");
    }

    Task<IReadOnlyList<ListedPosterView>> PostersAsync(string campaign, string filter = "") =>
        app.ListAsync<ListedPosterView>($"/api/campaigns/{campaign}/posters?{filter}");
}
