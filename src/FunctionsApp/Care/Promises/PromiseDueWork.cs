using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Care.Promises;

/// <summary>The promise of which a unit is due soon, or past due.</summary>
public sealed record PromiseWatch(string PromiseId)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "promise-watch";
}

/// <summary>Alerts of units before they are missed, and opens their tasks again when they are.</summary>
public sealed class PromiseWatchHandler(PromiseService promises) : DueWorkHandler<PromiseWatch>(PromiseWatch.Kind)
{
    protected override Task HandleAsync(PromiseWatch watch, DateTimeOffset at) => promises.WatchAsync(watch.PromiseId);
}

/// <summary>The unit that a request delivers, in case the request ends before what follows.</summary>
public sealed record PromiseFollowUp(string PromiseId, int Unit)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "promise-follow-up";
}

public sealed class PromiseFollowUpHandler(PromiseService promises)
    : DueWorkHandler<PromiseFollowUp>(PromiseFollowUp.Kind)
{
    protected override Task HandleAsync(PromiseFollowUp followUp, DateTimeOffset at) => promises.FollowAsync(followUp);
}
