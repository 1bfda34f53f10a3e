using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Tests.Functions;

public sealed class TimerSamples(Recorder recorder, TimeProvider clock)
{
    [Function("Hourly")]
    public void Hourly([TimerTrigger("0 0 * * * *")] TimerInfo timer)
    {
        var pastDue = timer.IsPastDue ? " past due" : "";
        recorder.Add($"{clock.GetUtcNow():dd HH:mm:ss}{pastDue}, next {timer.ScheduleStatus!.Next:HH:mm}");
    }
}

public sealed class NineOClock(Recorder recorder, TimeProvider clock)
{
    [Function("AtNine")]
    public void AtNine([TimerTrigger("%NineSchedule%")] TimerInfo timer) =>
        recorder.Add($"{clock.GetUtcNow():dd HH:mm}");
}

public sealed class StartupSamples(Recorder recorder)
{
    [Function("AtStart")]
    public void AtStart([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) =>
        recorder.Add($"past due {timer.IsPastDue}");
}

public sealed class FailingTimer(Recorder recorder)
{
    [Function("FailHourly")]
    public void FailHourly([TimerTrigger("0 0 * * * *")] TimerInfo timer)
    {
        recorder.Add("tried");
        throw new InvalidOperationException("as always");
    }
}

public sealed class UnmonitoredTimer(Recorder recorder, TimeProvider clock)
{
    [Function("HourlyWithoutMonitor")]
    public void Hourly([TimerTrigger("0 0 * * * *", UseMonitor = false)] TimerInfo timer) =>
        recorder.Add($"{clock.GetUtcNow():dd HH:mm}, status {timer.ScheduleStatus?.ToString() ?? "none"}");
}
