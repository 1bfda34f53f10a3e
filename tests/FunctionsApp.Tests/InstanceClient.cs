using System.Net;
using System.Text.Json.Nodes;

namespace FunctionsApp.Tests;

/// <summary>Reads and controls orchestration instances through the host's management routes.</summary>
static class InstanceClient
{
    const string Route = "/runtime/webhooks/durabletask/instances";

    public static async Task<string?> StatusAsync(this AppHost app, string instance) =>
        (await app.GetAsync($"{Route}/{instance}")).Json.GetProperty("runtimeStatus").GetString();

    public static async Task<int> HistoryLengthAsync(this AppHost app, string instance) =>
        (await app.GetAsync($"{Route}/{instance}?showHistory=true"))
            .Json.GetProperty("historyEvents")
            .GetArrayLength();

    public static async Task TerminateAsync(this AppHost app, string instance)
    {
        (await app.SendAsync(HttpMethod.Post, $"{Route}/{instance}/terminate?reason=test", null))
            .Expecting(HttpStatusCode.Accepted);
        await app.RunUntilIdleAsync();
    }

    public static async Task RaiseAsync(this AppHost app, string instance, string name)
    {
        (await app.PostAsync($"{Route}/{instance}/raiseEvent/{name}", new JsonObject { ["by"] = "小王" }))
            .Expecting(HttpStatusCode.Accepted);
        await app.RunUntilIdleAsync();
    }
}
