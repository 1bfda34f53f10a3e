using FunctionsApp.Platform.DueWork;

namespace FunctionsApp.Care.Health;

/// <summary>
/// Groups to assess, with ids in order, and how much of their feedback has no answer; groups without any are missing.
/// </summary>
public sealed record GroupAssessment(IReadOnlyList<string> GroupIds, IReadOnlyDictionary<string, int> Unanswered)
{
    /// <summary>The kind of this due work.</summary>
    public const string Kind = "group-assessment";

    /// <summary>16 items fit into one message of the queue.</summary>
    public const int MaxGroups = 50;
}

public sealed class GroupAssessmentHandler(GroupHealthService health)
    : DueWorkHandler<GroupAssessment>(GroupAssessment.Kind)
{
    protected override Task HandleAsync(GroupAssessment assessment, DateTimeOffset at) =>
        health.AssessAsync(assessment.GroupIds, assessment.Unanswered);
}
