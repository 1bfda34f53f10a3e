using Community.Groups;
using FunctionsApp.Acquisition.CampaignLifecycle;
using FunctionsApp.Demonstration;
using FunctionsApp.Groups;
using FunctionsApp.Tests.Acquisition.Scans;
using FunctionsApp.Tests.Insights.Pushes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FunctionsApp.Tests.Application.Demonstration;

public sealed class DemonstrationBrandTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("community-");

    AppHostSetup Kept => new() { Store = Path.Combine(folder.FullName, "store.db"), Demonstration = true };

    [Fact]
    public async Task Empty_store_gets_a_brand_whose_poster_leads_to_a_welcome()
    {
        await using var app = await AppHost.StartAsync(new AppHostSetup { Demonstration = true });
        await MadeAsync(app);
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
        await MadeAsync(app);

        await app.AdvanceAsync(TimeSpan.FromDays(7));

        var figures = await app.PushInsightsAsync();
        Assert.True(figures.Total.OnTime >= 7, $"{figures.Total}");
        Assert.Equal((0, 0), (figures.Total.Missed, figures.Total.Failed));
        Assert.Equal(GroupState.Dissolved, (await app.GetGroupAsync("tea-flash")).State);
        Assert.Equal(6, (await app.GetAsync("/api/orders?shop=tea-shop")).Json.GetProperty("items").GetArrayLength());
        Assert.Empty((await app.GetAsync("/api/poisoned-messages")).Json.GetProperty("items").EnumerateArray());
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
        await using (var app = await AppHost.StartAsync(Kept)) await MadeAsync(app);

        await using var next = await AppHost.StartAsync(Kept);
        await MadeAsync(next);

        Assert.Equal(
            ["tea-1", "tea-2", "tea-class", "tea-flash", "tea-new", "tea-vip"],
            (await next.ListAsync<GroupView>("/api/groups?")).Select(group => group.Id));
        Assert.Single(await next.ListAsync<CampaignView>("/api/campaigns?"));
        Assert.Equal(18, (await next.GetGroupAsync("tea-1")).MemberCount);
    }

    [Fact]
    public async Task Store_with_a_group_gets_no_brand()
    {
        await using (var app = await AppHost.StartAsync(Kept with { Demonstration = false })) await app.GroupAsync();

        await using var next = await AppHost.StartAsync(Kept);
        await MadeAsync(next);

        Assert.Single(await next.ListAsync<GroupView>("/api/groups?"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    // The task of the service ends when the brand is created, or when the store already has a group.
    static Task MadeAsync(AppHost app) =>
        app.Services.GetServices<IHostedService>().OfType<DemonstrationBrand>().Single().ExecuteTask!;
}
