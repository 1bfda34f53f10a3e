namespace Community.Tests.Acquisition.Standings;

public class CreditOrderTests
{
    [Theory]
    [Seeds(1, 2, 20261120)]
    public void Every_order_and_repetition_of_the_same_moves_ends_in_the_same_standings(ulong seed) =>
        Property.CheckSequences(seed, SampleMembershipChanges.Any, news => Assert.Equal(StandingModel.After(news).Counts, StandingModel.After(SampleMembershipChanges.InAnotherOrder(news)).Counts));

    [Theory]
    [Seeds(1, 20261120)]
    public void So_it_is_in_a_campaign_for_newcomers(ulong seed) => Property.CheckSequences(seed, SampleMembershipChanges.Any, news =>
        Assert.Equal(StandingModel.After(news, newcomersOnly: true).Counts, StandingModel.After(SampleMembershipChanges.InAnotherOrder(news), newcomersOnly: true).Counts));

    [Theory]
    [Seeds(1, 20261120)]
    public void The_credits_are_as_many_as_distinct_invitees_present_after_their_grace_period(ulong seed) =>
        Property.CheckSequences(seed, SampleMembershipChanges.Any, news => Assert.Equal(PresentAfterGrace(news).Count(), StandingModel.After(news).Credits));

    [Theory]
    [Seeds(1, 20261120)]
    public void In_a_campaign_for_newcomers_only_those_count_whose_invitation_was_their_first_join(ulong seed) => Property.CheckSequences(seed, SampleMembershipChanges.Any, news =>
        Assert.Equal(
            PresentAfterGrace(news).Count(person => person.Invitation == news.Where(heard => heard.MemberId == person.MemberId && heard.Change.IsIn).Min(heard => heard.Change.At)),
            StandingModel.After(news, newcomersOnly: true).Credits));

    [Theory]
    [Seeds(1, 20261120)]
    public void A_move_that_is_told_again_at_any_later_time_changes_nobodys_books(ulong seed) => Property.CheckSequences(seed, SampleMembershipChanges.Any, news =>
    {
        var drive = StandingModel.After(news);

        Assert.All(news, heard => Assert.Empty(drive.Record(heard)));
    });

    [Theory]
    [Seeds(1, 20261120)]
    public void Nobody_is_ever_counted_for_two_inviters(ulong seed) => Property.CheckSequences(seed, SampleMembershipChanges.Any, news =>
    {
        var drive = new StandingModel();
        foreach (var heard in news)
        {
            drive.Record(heard);
            Assert.InRange(drive.Credits, 0, news.Select(one => one.MemberId).Distinct().Count());
        }
    });

    // The rule again, told as a walk through time and not as a set.
    static IEnumerable<(string MemberId, DateTimeOffset Invitation)> PresentAfterGrace(IEnumerable<SampleMembershipChanges> news)
    {
        foreach (var person in news.GroupBy(heard => heard.MemberId))
        {
            var invitations = person.Where(heard => heard.Change.Inviter is { } inviter && inviter != person.Key).ToList();
            if (invitations.Count == 0) continue;
            var from = invitations.Min(heard => heard.Change.At);
            HashSet<string> there = [];
            var moves = person.Select(heard => heard.Change).Where(change => change.At >= from && change.At < from + SampleMembershipChanges.Grace);
            foreach (var change in moves.OrderBy(change => change.At).ThenBy(change => !change.IsIn))
            {
                if (change.IsIn) there.Add(change.GroupId);
                else there.Remove(change.GroupId);
            }

            if (there.Count > 0) yield return (person.Key, from);
        }
    }
}
