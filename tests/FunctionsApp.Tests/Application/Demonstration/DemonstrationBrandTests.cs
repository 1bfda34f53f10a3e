using Community.Groups;
using FunctionsApp.Acquisition.CampaignLifecycle;
using FunctionsApp.Acquisition.Posters;
using FunctionsApp.Acquisition.Standings;
using FunctionsApp.Groups;
using FunctionsApp.Tests.Acquisition.Scans;
using FunctionsApp.Tests.Insights.Pushes;
using FunctionsApp.Trade.Orders;

namespace FunctionsApp.Tests.Application.Demonstration;

public sealed class DemonstrationBrandTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-");

    AppHostSetup Kept => new() { Store = Path.Combine(folder.FullName, "store.db"), Demonstration = true };

    [Fact]
    public async Task Empty_store_gets_a_brand_whose_poster_leads_to_a_welcome()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { Demonstration = true });
        await app.DemonstrationMadeAsync();
        var code = (await app.PosterAsync("spring-tea")).Code;

        var group = await app.LandingGroupAsync(code);
        await app.JoinAsync(group!, "u1", code);

        Assert.Equal("tea-1", group);
        Assert.Contains(await app.DeliveriesAsync("tea-1"), line => line.Step == "welcome");
    }

    [Fact]
    public async Task Brand_lives_through_a_week_without_anything_that_fails()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { Demonstration = true });
        await app.DemonstrationMadeAsync();

        await app.AdvanceAsync(TimeSpan.FromDays(7));

        var figures = await app.PushInsightsAsync();
        Assert.True(figures.Total.OnTime >= 7, $"{figures.Total}");
        Assert.Equal((0, 0), (figures.Total.Missed, figures.Total.Failed));
        Assert.Equal(GroupState.Dissolved, (await app.GetGroupAsync("tea-flash")).State);
        Assert.Equal(12, (await app.GetAsync("/api/orders?shop=tea-shop")).Json.GetProperty("items").GetArrayLength());
        Assert.Empty((await app.GetAsync("/api/poisoned-messages")).Json.GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task Brand_has_an_invitee_of_each_kind_and_a_member_with_a_whole_history()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { Demonstration = true });
        await app.DemonstrationMadeAsync();
        await app.RunUntilIdleAsync();

        var standings = await app.ListAsync<StandingView>("/api/campaigns/spring-tea/standings?");
        var groups = await app.ListAsync<MembershipView>("/api/members/m1/groups?");

        Assert.All(standings, standing => Assert.NotNull(standing.Name));
        Assert.Equal(1, standings.Sum(standing => standing.UnderReview));
        Assert.Equal(1, standings.Sum(standing => standing.Revoked));
        Assert.Equal(["tea-1", "tea-vip"], groups.Select(group => group.GroupId));
        Assert.NotEmpty(await app.ListAsync<ParticipationView>("/api/members/m1/campaigns?"));
        Assert.Equal(2, (await app.ListAsync<OrderView>("/api/members/m1/orders?")).Count);
    }

    [Fact]
    public async Task Brand_has_a_flash_sale_of_which_guests_ordered_a_part()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { Demonstration = true });
        await app.DemonstrationMadeAsync();
        await app.RunUntilIdleAsync();

        var sale = (await app.GetAsync("/api/flash-sales/demo-longjing-night")).Json;

        Assert.Equal(8, sale.GetProperty("sold").GetProperty("units").GetInt32());
        Assert.Equal(42, sale.GetProperty("remaining").GetInt32());
    }

    [Fact]
    public async Task Empty_store_stays_empty_without_the_demonstration_brand()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup());

        Assert.Empty(await app.ListAsync<GroupView>("/api/groups?"));
    }

    [Fact]
    public async Task Second_start_adds_no_second_brand()
    {
        await using (var app = await AppHost.StartAsync(Kept)) await app.DemonstrationMadeAsync();

        await using var next = await AppHost.StartAsync(Kept);
        await next.DemonstrationMadeAsync();

        Assert.Equal(
            ["tea-1", "tea-2", "tea-class", "tea-flash", "tea-new", "tea-vip"],
            (await next.ListAsync<GroupView>("/api/groups?")).Select(group => group.Id));
        Assert.Single(await next.ListAsync<CampaignView>("/api/campaigns?"));
        Assert.Equal(19, (await next.GetGroupAsync("tea-1")).MemberCount);
        const string Shared = "/api/campaigns/spring-tea/posters?personal=false";
        Assert.Equal(2, (await next.ListAsync<ListedPosterView>(Shared)).Count);
    }

    [Fact]
    public async Task Store_with_a_group_gets_no_brand()
    {
        await using (var app = await AppHost.StartAsync(Kept with { Demonstration = false })) await app.GroupAsync();

        await using var next = await AppHost.StartAsync(Kept);
        await next.DemonstrationMadeAsync();

        Assert.Single(await next.ListAsync<GroupView>("/api/groups?"));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
