using System.Net;
using System.Text.Json.Nodes;
using Community.Messaging.StaffTasks;
using FunctionsApp.Messaging.StaffTasks;
using FunctionsApp.Selling.GroupBuys;
using FunctionsApp.Tests.Groups;

namespace FunctionsApp.Tests.Selling.GroupBuys;

/// <summary>Group-buys, their teams and refund tasks through the API.</summary>
static class GroupBuyClient
{
    public static JsonObject Body(string id, string group, DateTimeOffset closesAt, int size = 3) => new()
    {
        ["id"] = id,
        ["groupId"] = group,
        ["product"] = new JsonObject { ["name"] = "明前龙井 100g" },
        ["size"] = size,
        ["priceMinor"] = 3_990,
        ["closesAt"] = closesAt,
    };

    /// <summary>A group of new buyers with an owner and members named u1 and so on.</summary>
    public static async Task<(string Group, string Owner)> OwnedGroupAsync(this AppHost app, int members = 3)
    {
        var (group, owner) = (await app.GroupAsync(kind: "NewBuyer"), await app.StaffAsync());
        (await app.EditGroupAsync(group, new JsonObject { ["by"] = "小王", ["owner"] = owner }))
            .Expecting(HttpStatusCode.OK);
        for (var number = 1; number <= members; number++) await app.JoinAsync(group, $"u{number}");
        return (group, owner);
    }

    /// <summary>A group-buy that is open for a day.</summary>
    public static async Task<string> GroupBuyAsync(this AppHost app, string group, int size = 3)
    {
        var id = app.NewId("group-buy");
        (await app.PostAsync("/api/group-buys", Body(id, group, app.Now.AddDays(1), size)))
            .Expecting(HttpStatusCode.Created);
        return id;
    }

    public static async Task<GroupBuyView> GetGroupBuyAsync(this AppHost app, string id) =>
        (await app.GetAsync($"/api/group-buys/{id}")).Expecting(HttpStatusCode.OK).As<GroupBuyView>();

    public static Task<ApiAnswer> OpenTeamAsync(this AppHost app, string id, string leader, string? order = null) =>
        app.PostAsync($"/api/group-buys/{id}/teams", new JsonObject { ["leader"] = leader, ["orderId"] = order });

    public static Task<ApiAnswer> JoinTeamAsync(
        this AppHost app, string id, string member, string order, string team = "team-1") => app.PostAsync(
        $"/api/group-buys/{id}/teams/{team}/join", new JsonObject { ["memberId"] = member, ["orderId"] = order });

    public static Task<ApiAnswer> LeaveTeamAsync(
        this AppHost app, string id, string member, string team = "team-1") =>
        app.PostAsync($"/api/group-buys/{id}/teams/{team}/leave", new JsonObject { ["memberId"] = member });

    public static Task<ApiAnswer> CancelGroupBuyAsync(
        this AppHost app, string id, string? reason = "没有货了", string? by = "小王") =>
        app.PostAsync($"/api/group-buys/{id}/cancel", new JsonObject { ["by"] = by, ["reason"] = reason });

    public static void ExpectingConflict(this ApiAnswer answer, string kind) =>
        Assert.Equal(kind, answer.Expecting(HttpStatusCode.Conflict).Json.GetProperty("kind").GetString());

    /// <summary>The open tasks to refund orders, by owner.</summary>
    public static async Task<IReadOnlyList<StaffTaskView>> RefundTasksAsync(this AppHost app, string owner) =>
    [
        .. (await app.ListAsync<StaffTaskView>($"/api/tasks?owner={owner}"))
            .Where(task => task.Kind is StaffTaskKind.RefundGroupBuy),
    ];
}
