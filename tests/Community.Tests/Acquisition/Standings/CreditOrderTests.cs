using static Community.Tests.Acquisition.Standings.SampleMembershipChange;

namespace Community.Tests.Acquisition.Standings;

public class CreditOrderTests
{
    [Theory]
    [Seeds(1, 2, 20261120)]
    public void Order_and_repetition_of_changes_do_not_affect_the_standings(ulong seed) =>
        Property.CheckSequences(seed, Any, changes => Assert.Equal(
            StandingModel.After(changes).Counts,
            StandingModel.After(InAnotherOrder(changes)).Counts));

    [Theory]
    [Seeds(1, 20261120)]
    public void Order_and_repetition_of_changes_do_not_affect_a_campaign_for_newcomers(ulong seed) =>
        Property.CheckSequences(seed, Any, changes => Assert.Equal(
            StandingModel.After(changes, newcomersOnly: true).Counts,
            StandingModel.After(InAnotherOrder(changes), newcomersOnly: true).Counts));

    [Theory]
    [Seeds(1, 20261120)]
    public void Credits_equal_distinct_invitees_present_after_their_grace_period(ulong seed) =>
        Property.CheckSequences(seed, Any, changes => Assert.Equal(
            PresentAfterGrace(changes).Count(), StandingModel.After(changes).Credits));

    [Theory]
    [Seeds(1, 20261120)]
    public void Campaign_for_newcomers_counts_only_invitees_whose_invitation_was_their_first_join(ulong seed) =>
        Property.CheckSequences(seed, Any, changes => Assert.Equal(
            PresentAfterGrace(changes).Count(person => person.Invitation == FirstJoin(changes, person.MemberId)),
            StandingModel.After(changes, newcomersOnly: true).Credits));

    [Theory]
    [Seeds(1, 20261120)]
    public void Repeated_change_does_not_affect_any_standing(ulong seed) =>
        Property.CheckSequences(seed, Any, changes =>
        {
            var model = StandingModel.After(changes);

            Assert.All(changes, change => Assert.Empty(model.Record(change)));
        });

    [Theory]
    [Seeds(1, 20261120)]
    public void Invitee_never_counts_for_two_inviters(ulong seed) => Property.CheckSequences(seed, Any, changes =>
    {
        var model = new StandingModel();
        var people = changes.Select(change => change.MemberId).Distinct().Count();
        foreach (var change in changes)
        {
            model.Record(change);
            Assert.InRange(model.Credits, 0, people);
        }
    });

    static DateTimeOffset FirstJoin(IEnumerable<SampleMembershipChange> changes, string memberId) => changes
        .Where(sample => sample.MemberId == memberId && sample.Change.IsIn)
        .Min(sample => sample.Change.At);

    // The same rule as a walk through time, independent of the implementation.
    static IEnumerable<(string MemberId, DateTimeOffset Invitation)> PresentAfterGrace(
        IEnumerable<SampleMembershipChange> changes)
    {
        foreach (var person in changes.GroupBy(sample => sample.MemberId))
        {
            var invitations = person
                .Where(sample => sample.Change.Inviter is { } inviter && inviter != person.Key)
                .ToList();
            if (invitations.Count == 0) continue;
            var invitedAt = invitations.Min(sample => sample.Change.At);
            HashSet<string> groups = [];
            var counting = person
                .Select(sample => sample.Change)
                .Where(change => change.At >= invitedAt && change.At < invitedAt + Grace);
            foreach (var change in counting.OrderBy(change => change.At).ThenBy(change => !change.IsIn))
            {
                if (change.IsIn) groups.Add(change.GroupId);
                else groups.Remove(change.GroupId);
            }

            if (groups.Count > 0) yield return (person.Key, invitedAt);
        }
    }
}
