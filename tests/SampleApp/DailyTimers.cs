using Microsoft.Azure.Functions.Worker;

namespace SampleApp;

public sealed class DailyTimers(Journal journal, TimeProvider clock)
{
    [Function("Morning")]
    public Task MorningAsync([TimerTrigger("0 0 9 * * *")] TimerInfo timer) => AddAsync("morning");

    [Function("Night")]
    public Task NightAsync([TimerTrigger("0 30 23 * * *")] TimerInfo timer) => AddAsync("night");

    Task AddAsync(string subject) => journal.AddAsync(subject, $"{clock.GetUtcNow():yyyy-MM-dd HH:mm}");
}
