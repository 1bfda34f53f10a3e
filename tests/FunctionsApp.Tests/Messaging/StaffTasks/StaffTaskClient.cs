namespace FunctionsApp.Tests.Messaging.StaffTasks;

/// <summary>What a staff member does with the inbox.</summary>
static class StaffTaskClient
{
    /// <summary>Says that the task is done, and waits until everything that follows from it now has happened.</summary>
    public static async Task<ApiAnswer> DoneAsync(this AppHost app, string task, string? joinUrl = null)
    {
        var answer = joinUrl is null
            ? await app.SendAsync(HttpMethod.Post, $"/api/tasks/{task}/done", null)
            : await app.PostAsync($"/api/tasks/{task}/done", new System.Text.Json.Nodes.JsonObject { ["joinUrl"] = joinUrl });
        await app.RunUntilIdleAsync();
        return answer;
    }
}
