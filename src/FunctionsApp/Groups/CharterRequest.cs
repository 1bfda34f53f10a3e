using Community.Groups;

namespace FunctionsApp.Groups;

/// <summary>
/// The charter (群定位); that of a flash group has an end. The fields after <c>ending</c> may be absent, and the answer
/// warns about what a group does without.
/// </summary>
public sealed record CharterRequest(
    string? Audience,
    string? Service,
    IReadOnlyList<string>? Benefits,
    IReadOnlyList<string>? Rules,
    DateTimeOffset? EndsAt,
    string? Ending,
    bool? MembersHavePaid = null,
    IReadOnlyList<DeputyBody>? Deputies = null,
    string? Rhythm = null,
    GroupGoalBody? Goal = null,
    DateTimeOffset? ReviewAt = null,
    string? Consequence = null)
{
    public static CharterRequest From(Charter charter) => new(
        charter.Audience,
        charter.Service,
        charter.Benefits,
        charter.Rules,
        charter.EndsAt?.ToUniversalTime(),
        charter.Ending,
        charter.MembersHavePaid,
        charter.Deputies.Count == 0 ? null : [.. charter.Deputies.Select(DeputyBody.From)],
        charter.Rhythm,
        charter.Goal is { } goal ? GroupGoalBody.From(goal) : null,
        charter.ReviewAt?.ToUniversalTime(),
        charter.Consequence?.ToString());

    public static ViolationConsequence? ConsequenceOf(string? name) =>
        name is null ? null : Enum.Parse<ViolationConsequence>(name);

    public Charter ToCharter() => new(Audience!, Service!, Benefits!, Rules!, EndsAt, Ending!)
    {
        MembersHavePaid = MembersHavePaid,
        Deputies = [.. (Deputies ?? []).Select(deputy => deputy.ToDeputy())],
        Rhythm = Rhythm,
        Goal = Goal?.ToGoal(),
        ReviewAt = ReviewAt,
        Consequence = ConsequenceOf(Consequence),
    };
}
