using FluentValidation;
using FunctionsApp.Platform.Http;

namespace FunctionsApp.Selling.GroupBuys;

/// <summary>
/// The body of <c>POST /api/group-buys/{id}/teams</c>: the member who leads the team (团长), and the order when it is
/// paid already.
/// </summary>
public sealed record OpenTeamRequest(string? Leader, string? OrderId = null);

public sealed class OpenTeamValidator : AbstractValidator<OpenTeamRequest>
{
    public OpenTeamValidator()
    {
        RuleFor(team => team.Leader).ChannelKey();
        RuleFor(team => team.OrderId).OrderId().When(team => team.OrderId is not null);
    }
}

/// <summary>
/// The body of <c>POST /api/group-buys/{id}/teams/{teamId}/join</c>, with the shop's id of the order.
/// </summary>
public sealed record JoinTeamRequest(string? MemberId, string? OrderId);

public sealed class JoinTeamValidator : AbstractValidator<JoinTeamRequest>
{
    public JoinTeamValidator()
    {
        RuleFor(join => join.MemberId).ChannelKey();
        RuleFor(join => join.OrderId).OrderId();
    }
}

/// <summary>The body of <c>POST /api/group-buys/{id}/teams/{teamId}/leave</c>.</summary>
public sealed record LeaveTeamRequest(string? MemberId);

public sealed class LeaveTeamValidator : AbstractValidator<LeaveTeamRequest>
{
    public LeaveTeamValidator() => RuleFor(leave => leave.MemberId).ChannelKey();
}

static class TeamFieldRules
{
    /// <summary>A required id that a shop gave to an order.</summary>
    public static IRuleBuilderOptions<T, string?> OrderId<T>(this IRuleBuilder<T, string?> field) => field.Line(64);
}
