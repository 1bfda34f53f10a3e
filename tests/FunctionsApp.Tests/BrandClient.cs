using System.Net;
using FunctionsApp.Acquisition.CampaignLifecycle;
using FunctionsApp.Acquisition.Posters;
using FunctionsApp.Demonstration;
using FunctionsApp.Groups;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace FunctionsApp.Tests;

/// <summary>Creates and reads groups, campaigns and posters through the API.</summary>
static class BrandClient
{
    /// <summary>Ends when the demonstration brand is made, or when the store already has a group.</summary>
    public static Task DemonstrationMadeAsync(this AppHost app) =>
        app.Services.GetServices<IHostedService>().OfType<DemonstrationBrand>().Single().ExecuteTask!;

    public static async Task<string> GroupAsync(
        this AppHost app,
        int capacity = 200,
        string kind = "SuperUser",
        string? joinUrl = SampleBodies.JoinUrl,
        DateTimeOffset? endsAt = null)
    {
        var id = app.NewId("group");
        (await app.PostAsync("/api/groups", SampleBodies.Group(id, endsAt, kind, capacity, joinUrl)))
            .Expecting(HttpStatusCode.Created);
        return id;
    }

    /// <summary>A campaign that is open for 30 days, with the code of one of its posters.</summary>
    public static async Task<(string Campaign, string Code)> CampaignAsync(
        this AppHost app, params IEnumerable<string> groups)
    {
        var id = app.NewId("campaign");
        (await app.PostAsync("/api/campaigns", SampleBodies.Campaign(id, app.Now, app.Now.AddDays(30), groups)))
            .Expecting(HttpStatusCode.Created);
        return (id, (await app.PosterAsync(id)).Code);
    }

    public static async Task<PosterView> PosterAsync(this AppHost app, string campaign) =>
        (await app.PostAsync($"/api/campaigns/{campaign}/posters", SampleBodies.Poster()))
            .Expecting(HttpStatusCode.Created)
            .As<PosterView>();

    public static async Task<GroupView> GetGroupAsync(this AppHost app, string id) =>
        (await app.GetAsync($"/api/groups/{id}")).Expecting(HttpStatusCode.OK).As<GroupView>();

    public static async Task<CampaignView> GetCampaignAsync(this AppHost app, string id) =>
        (await app.GetAsync($"/api/campaigns/{id}")).Expecting(HttpStatusCode.OK).As<CampaignView>();

    public static Task<IReadOnlyList<MemberView>> MembersAsync(this AppHost app, string group) =>
        app.ListAsync<MemberView>($"/api/groups/{group}/members?");

    /// <summary>Groups with <paramref name="members"/> members each.</summary>
    public static async Task<IReadOnlyList<string>> GroupsAsync(this AppHost app, int count, int members)
    {
        List<string> groups = [];
        for (var n = 0; n < count; n++)
        {
            groups.Add(await app.GroupAsync());
            for (var member = 0; member < members; member++) await app.JoinAsync(groups[n], $"u{n}-{member}");
        }

        return groups;
    }
}
