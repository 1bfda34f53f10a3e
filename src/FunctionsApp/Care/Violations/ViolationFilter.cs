using Community.Care.Violations;
using FunctionsApp.Platform.Http;
using Microsoft.AspNetCore.Http;

namespace FunctionsApp.Care.Violations;

/// <summary>The violations of a list; null for any.</summary>
public sealed record ViolationFilter(string? GroupId, string? MemberId, ViolationState? State)
{
    /// <summary>The filter of the query, or the problem of one of its fields.</summary>
    public static (ViolationFilter? Filter, IResult? Problem) Read(HttpRequest request) =>
        QueryFields.TryReadName<ViolationState>(request, "state", out var state)
            ? (new(QueryFields.Text(request, "groupId"), QueryFields.Text(request, "memberId"), state), null)
            : (null, QueryFields.NoName<ViolationState>("state"));

    public bool Matches(Violation violation) =>
        (GroupId ?? violation.GroupId) == violation.GroupId
        && (MemberId ?? violation.MemberId) == violation.MemberId
        && (State ?? violation.State) == violation.State;
}
