using System.Net;
using System.Text.Json.Nodes;
using Community.Care.SuperUsers;
using Community.Messaging.StaffTasks;
using FunctionsApp.Care.SuperUsers;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Tests.Groups;
using FunctionsApp.Tests.Trade.Shops;

namespace FunctionsApp.Tests.Care.SuperUsers;

/// <summary>Publishes criteria, and reads, invites and decides on super users through the API.</summary>
static class SuperUserClient
{
    public const string Criteria = "/api/super-users/criteria";

    /// <summary>Criteria of two orders.</summary>
    public static JsonObject Body(string group) => new()
    {
        ["groupId"] = group,
        ["rules"] = new JsonArray(Rule("orders", 2)),
        ["benefits"] = new JsonArray("新茶优先试喝", "每月一张 8 折券"),
        ["mix"] = new JsonObject { ["super"] = 0.3, ["tolerance"] = 0.05 },
        ["by"] = "小周",
    };

    public static JsonObject Rule(string figure, long atLeast) =>
        new() { ["figure"] = figure, ["atLeast"] = atLeast };

    public static async Task<ApiAnswer> PutCriteriaAsync(
        this AppHost app, JsonObject body, params (string Name, string Value)[] headers)
    {
        var answer = await app.SendAsync(HttpMethod.Put, Criteria, AppHost.Json(body), headers);
        await app.RunUntilIdleAsync();
        return answer;
    }

    /// <summary>A group with an owner and criteria of two orders.</summary>
    public static async Task<string> SuperGroupAsync(this AppHost app, int capacity = 200)
    {
        var group = await app.GroupAsync(capacity);
        await app.GiveOwnerAsync(group);
        (await app.PutCriteriaAsync(Body(group))).Expecting(HttpStatusCode.OK);
        return group;
    }

    public static async Task GiveOwnerAsync(this AppHost app, string group) => (await app.EditGroupAsync(
        group, new JsonObject { ["owner"] = await app.StaffAsync(), ["by"] = "小周" })).Expecting(HttpStatusCode.OK);

    public static Task BuyAsync(this AppHost app, string member, string order, int minor = 30_000) =>
        app.SendStandardAsync(SampleShopMessages.Paid(
            $"{order}-{member}", app.Now, minor, memberId: member, buyer: $"b-{member}"));

    /// <summary>A buyer with two orders.</summary>
    public static async Task<string> RegularAsync(this AppHost app)
    {
        var member = app.NewId("u");
        await app.BuyAsync(member, "first");
        await app.BuyAsync(member, "second");
        return member;
    }

    public static async Task<ApiAnswer> InviteAsync(this AppHost app, string group, string member) =>
        await app.PostAsync(
            $"/api/super-users/{member}/invite", new JsonObject { ["groupId"] = group, ["by"] = "小周" });

    public static async Task<ApiAnswer> DecideAsync(this AppHost app, string group, string member, string decision)
    {
        var answer = await app.PostAsync($"/api/super-users/{member}/decide", new JsonObject
        {
            ["groupId"] = group,
            ["decision"] = decision,
            ["reason"] = "和本人谈过",
            ["by"] = "小周",
        });
        await app.RunUntilIdleAsync();
        return answer;
    }

    public static async Task<MixReport> MixAsync(this AppHost app, string group) =>
        (await app.GetAsync($"/api/super-users?groupId={group}")).Expecting(HttpStatusCode.OK)
        .As<SuperUserPageView>().Mix;

    public static async Task<IReadOnlyList<SuperUserView>> SuperUsersAsync(
        this AppHost app, string group, SuperUserStatus? status = null)
    {
        List<SuperUserView> all = [];
        string? continuation = null;
        do
        {
            var page = (await app.GetAsync(
                $"/api/super-users?groupId={group}&top=2"
                + (status is null ? "" : $"&status={status}")
                + (continuation is null ? "" : $"&continuation={Uri.EscapeDataString(continuation)}")))
                .Expecting(HttpStatusCode.OK)
                .As<SuperUserPageView>();
            all.AddRange(page.Items);
            continuation = page.Continuation;
        }
        while (continuation is not null);

        return all;
    }

    public static async Task<IReadOnlyList<StaffTaskView>> TasksAsync(
        this AppHost app, string group, StaffTaskKind kind) =>
    [
        .. (await app.ListAsync<StaffTaskView>("/api/tasks?"))
            .Where(task => task.Kind == kind && task.GroupId == group),
    ];

    /// <summary>Moves the clock past 9:00 of the first day of the next quarter.</summary>
    public static Task ToNextQuarterAsync(this AppHost app)
    {
        var local = app.Now.ToOffset(TimeSpan.FromHours(8));
        var next = ReviewQuarter.Of(DateOnly.FromDateTime(local.DateTime)).Next.FirstDay;
        var begin = new DateTimeOffset(next.ToDateTime(new TimeOnly(9, 5)), TimeSpan.FromHours(8));
        return app.AdvanceAsync(begin - app.Now);
    }
}
