using System.Text.Json.Nodes;

namespace FunctionsApp.Tests.Messaging.StaffTasks;

/// <summary>Completes staff tasks through the API.</summary>
static class StaffTaskClient
{
    /// <summary>Completes the task and returns when everything that is due now has run.</summary>
    public static async Task<ApiAnswer> DoneAsync(this AppHost app, string task, string? joinUrl = null)
    {
        var answer = joinUrl is null
            ? await app.SendAsync(HttpMethod.Post, $"/api/tasks/{task}/done", null)
            : await app.PostAsync($"/api/tasks/{task}/done", new JsonObject { ["joinUrl"] = joinUrl });
        await app.RunUntilIdleAsync();
        return answer;
    }
}
