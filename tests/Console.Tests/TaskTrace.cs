using System.Text.Json;

namespace ConsoleTests;

/// <summary>
/// The tasks of a page's main thread in processor time, so that what else runs on the machine does not count. The
/// names are those of Chromium's trace events.
/// </summary>
sealed class TaskTrace
{
    readonly ICDPSession session;
    readonly List<JsonElement> events = [];
    readonly TaskCompletionSource complete = new(TaskCreationOptions.RunContinuationsAsynchronously);

    TaskTrace(ICDPSession session) => this.session = session;

    public static async Task<TaskTrace> StartAsync(IPage page)
    {
        var trace = new TaskTrace(await page.Context.NewCDPSessionAsync(page));
        trace.session.Event("Tracing.dataCollected").OnEvent += (_, data) =>
            trace.events.AddRange(data!.Value.GetProperty("value").EnumerateArray());
        trace.session.Event("Tracing.tracingComplete").OnEvent += (_, _) => trace.complete.TrySetResult();
        await trace.session.SendAsync("Tracing.start", new()
        {
            ["transferMode"] = "ReportEvents",
            ["traceConfig"] = new { includedCategories = new[] { "toplevel" } },
        });
        return trace;
    }

    /// <summary>Ends the trace and gives the longest task.</summary>
    public async Task<TimeSpan> StopAsync()
    {
        await session.SendAsync("Tracing.end");
        await complete.Task;
        await session.DetachAsync();

        var mainThreads = events.Where(IsMainThread).Select(Thread).ToHashSet();
        return events
            .Where(item => Name(item) is "ThreadControllerImpl::RunTask" && mainThreads.Contains(Thread(item)))
            .Where(item => item.TryGetProperty("tdur", out _)) // what ran when the trace ended has none
            .Max(item => TimeSpan.FromMicroseconds(item.GetProperty("tdur").GetInt64()));
    }

    static string? Name(JsonElement item) => item.GetProperty("name").GetString();

    static bool IsMainThread(JsonElement item) =>
        Name(item) is "thread_name" && item.GetProperty("args").GetProperty("name").GetString() is "CrRendererMain";

    static (int Process, int Thread) Thread(JsonElement item) =>
        (item.GetProperty("pid").GetInt32(), item.GetProperty("tid").GetInt32());
}
