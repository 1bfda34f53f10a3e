using System.Globalization;
using Community.Platform;
using Rehearsal.Behaviour;
using Rehearsal.Hosting;
using Rehearsal.People;
using Rehearsal.Plans;

namespace Rehearsal.Runs;

/// <summary>What the actors of one run share: the app, the clock, the platform, and who is in which group.</summary>
sealed class RehearsalWorld
{
    readonly RehearsalRequest request;
    readonly int seed;

    Exception? failure;
    int webhooks;

    public RehearsalWorld(RehearsalRequest request, int seed)
    {
        (this.request, this.seed) = (request, seed);
        Draws = new PersonDraws(seed);
        Clock = new SimulatedClock(request.From);
        Arrivals = new ArrivalCurve(request.Behaviour.ArrivalHours, request.Plans.Zone);
        Channel = new RehearsalChannel(Clock, request.Plans.IsOnWeCom);
    }

    public RehearsalRequest Request => request;

    public RehearsedPlans Plans => request.Plans;

    public PeopleBehaviour Behaviour => request.Behaviour;

    public int Seed => seed;

    public PersonDraws Draws { get; }

    public SimulatedClock Clock { get; }

    public ArrivalCurve Arrivals { get; }

    public RehearsalChannel Channel { get; }

    public RunRecord Record { get; } = new();

    public Crowd Crowd { get; } = new();

    /// <summary>The app, once it is started.</summary>
    public RehearsedApp App { get; set; } = null!;

    /// <summary>The instant in the brand's zone, in whole seconds.</summary>
    public DateTimeOffset LocalOf(DateTimeOffset at) =>
        TimeZoneInfo.ConvertTime(at.Floor(TimeSpan.FromSeconds(1)), Plans.Zone);

    /// <summary>The beginning of the local hour.</summary>
    public DateTimeOffset HourOf(DateTimeOffset at)
    {
        var local = LocalOf(at);
        return new DateTimeOffset(local.Year, local.Month, local.Day, local.Hour, 0, 0, local.Offset);
    }

    /// <summary>The staff member who did it, who owns the group; null for what the platform did by itself.</summary>
    public string? OwnerBehind(RunAction action) =>
        action.TaskId is null ? null : Plans.FindGroup(action.GroupId)?.Owner;

    /// <summary>
    /// Does something at an instant, or at once when that has passed. What is due after the run is left out.
    /// </summary>
    public void At(DateTimeOffset at, Func<Task> action)
    {
        if (at < request.To) _ = RunAsync(at, action);
    }

    /// <summary>Sends a signed webhook; throws unless the app stores it.</summary>
    public async Task TellAsync(string path, string kind, Func<string, string> body)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{kind}-{++webhooks}");
        var answer = await App.SendAsync(Webhooks.Sign(id, body(id), Clock.Now, path));
        if (!answer.IsSuccess)
            throw new InvalidOperationException($"{kind} was answered {answer.Status}: {answer.Text}");
    }

    /// <summary>Throws what an actor threw.</summary>
    public void ThrowFailure()
    {
        if (failure is not null) throw new InvalidOperationException($"Seed {seed} at {Clock.Now:O}.", failure);
    }

    async Task RunAsync(DateTimeOffset at, Func<Task> action)
    {
        try
        {
            if (at > Clock.Now) await Clock.DelayAsync(at - Clock.Now);
            await action();
        }
#pragma warning disable CA1031 // the run ends with the first failure of any actor
        catch (Exception thrown)
#pragma warning restore CA1031
        {
            failure ??= thrown;
        }
    }
}
