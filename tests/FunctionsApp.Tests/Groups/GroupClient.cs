using System.Net;
using System.Text.Json.Nodes;
using Community.Groups;

namespace FunctionsApp.Tests.Groups;

/// <summary>What the operator of a group does after its creation.</summary>
static class GroupClient
{
    public static async Task<ApiAnswer> EditGroupAsync(this AppHost app, string id, JsonObject edit)
    {
        var answer = await app.SendAsync(HttpMethod.Patch, $"/api/groups/{id}", AppHost.Json(edit));
        await app.RunUntilIdleAsync();
        return answer;
    }

    public static async Task<ApiAnswer> EndGroupAsync(this AppHost app, string id, string reason = "活动取消")
    {
        var answer = await app.PostAsync(
            $"/api/groups/{id}/end", new JsonObject { ["by"] = "小王", ["reason"] = reason });
        await app.RunUntilIdleAsync();
        return answer;
    }

    public static Task<ApiAnswer> HoldGroupAsync(this AppHost app, string id, string reason = "客户投诉") =>
        app.PostAsync($"/api/groups/{id}/hold", new JsonObject { ["by"] = "小王", ["reason"] = reason });

    public static Task<ApiAnswer> ReleaseGroupAsync(this AppHost app, string id) =>
        app.PostAsync($"/api/groups/{id}/release", new JsonObject { ["by"] = "小李" });

    public static Task<IReadOnlyList<GroupChange>> HistoryAsync(this AppHost app, string id) =>
        app.ListAsync<GroupChange>($"/api/groups/{id}/history?");

    public static async Task<string> StaffAsync(this AppHost app)
    {
        var id = app.NewId("staff");
        (await app.PostAsync("/api/staff", new JsonObject { ["id"] = id, ["name"] = "小周" }))
            .Expecting(HttpStatusCode.Created);
        return id;
    }

    public static async Task<(GroupState State, DateTimeOffset? At)> DissolutionAsync(this AppHost app, string id)
    {
        var group = await app.GetGroupAsync(id);
        return (group.State, group.DissolvedAt);
    }
}
