using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Care.Violations;

/// <summary>The violation that a request stores or changes.</summary>
public sealed record ViolationCheck(string ViolationId)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "violation-follow-up";

    /// <summary>The time after which the request has ended or died.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMinutes(2);
}

/// <summary>Makes up for what a request that died did not do after it stored a violation.</summary>
public sealed class ViolationCheckHandler(ViolationStore violations, ViolationFollowUp followUp)
    : DueWorkHandler<ViolationCheck>(ViolationCheck.Kind)
{
    protected override async Task HandleAsync(ViolationCheck check, DateTimeOffset at)
    {
        if (await violations.FindAsync(check.ViolationId) is { Value: var violation })
            await followUp.FollowAsync(violation);
    }
}
