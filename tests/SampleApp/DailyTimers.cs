using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

/// <summary>What an app does every day.</summary>
public sealed class DailyTimers(Journal journal, TimeProvider clock)
{
    /// <summary>Every morning.</summary>
    [Function("Morning")]
    public Task MorningAsync([TimerTrigger("0 0 9 * * *")] TimerInfo timer) => journal.AddAsync("morning", $"{clock.GetUtcNow():yyyy-MM-dd HH:mm}");

    /// <summary>Every night.</summary>
    [Function("Night")]
    public Task NightAsync([TimerTrigger("0 30 23 * * *")] TimerInfo timer) => journal.AddAsync("night", $"{clock.GetUtcNow():yyyy-MM-dd HH:mm}");
}
