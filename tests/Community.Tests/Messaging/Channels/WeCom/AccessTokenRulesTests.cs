using Community.Messaging.Channels.WeCom;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Channels.WeCom;

public sealed class AccessTokenRulesTests
{
    static readonly DateTimeOffset Now = Instants.Evening;

    static readonly AccessToken Fresh = AccessTokenRules.Renew("t1", TimeSpan.FromHours(2), Now);

    [Fact]
    public void Token_is_used_until_shortly_before_its_end()
    {
        var margin = Fresh.ExpiresAt - AccessTokenRules.Margin;

        Assert.IsType<TokenRuling.Use>(Decide(Fresh, null, margin.AddTicks(-1)));
        Assert.IsType<TokenRuling.Refresh>(Decide(Fresh, null, margin));
    }

    [Fact]
    public void Rejected_token_is_renewed_by_one_instance_and_the_others_wait()
    {
        var refresh = Assert.IsType<TokenRuling.Refresh>(Decide(Fresh, "t1", Now));

        Assert.IsType<TokenRuling.Wait>(Decide(refresh.Leased, "t1", Now));
        var renewed = AccessTokenRules.Renew("t2", TimeSpan.FromHours(2), Now);
        Assert.Equal(new TokenRuling.Use("t2", renewed.ExpiresAt), Decide(renewed, "t1", Now));
    }

    [Fact]
    public void Token_that_still_holds_is_used_while_another_instance_renews_it()
    {
        var late = Fresh.ExpiresAt.AddSeconds(-10);
        var refresh = Assert.IsType<TokenRuling.Refresh>(Decide(Fresh, null, late));

        Assert.Equal(new TokenRuling.Use("t1", Fresh.ExpiresAt), Decide(refresh.Leased, null, late));
    }

    [Fact]
    public void Lease_of_an_instance_that_ended_passes_to_another()
    {
        var leased = Assert.IsType<TokenRuling.Refresh>(Decide(new AccessToken(), null, Now)).Leased;

        Assert.IsType<TokenRuling.Wait>(Decide(leased, null, leased.LeaseUntil.AddTicks(-1)));
        Assert.IsType<TokenRuling.Refresh>(Decide(leased, null, leased.LeaseUntil));
    }

    [Fact]
    public void Lease_that_a_fast_clock_wrote_holds_nobody_up()
    {
        var leased = new AccessToken { LeaseId = "fast", LeaseUntil = Now.AddDays(1) };

        Assert.IsType<TokenRuling.Refresh>(Decide(leased, null, Now));
    }

    [Fact]
    public void Answer_that_was_lost_is_no_refusal() =>
        Assert.Empty(AccessTokenRules.Fail(new AccessToken(), null, Now).Failures);

    // Calls at random times with a platform that always refuses.
    [Theory]
    [Seeds(1, 20261126)]
    public void Platform_is_asked_at_most_a_few_times_in_any_hour_while_it_refuses(ulong seed) =>
        Property.CheckSequences(seed, Gen.Choose(0, 1500), pauses =>
        {
            var (token, now) = (new AccessToken(), Now);
            List<DateTimeOffset> asked = [];
            foreach (var pause in pauses)
            {
                now = now.AddSeconds(pause);
                if (Decide(token, null, now) is not TokenRuling.Refresh refresh) continue;
                asked.Add(now);
                token = AccessTokenRules.Fail(refresh.Leased, 40001, now);
            }

            Assert.All(asked, from => Assert.True(
                asked.Count(at => at >= from && at < from.AddHours(1)) <= AccessTokenRules.MaxFailures));
        });

    [Fact]
    public void Blocked_call_tells_the_latest_error()
    {
        var refused = Enumerable.Range(0, AccessTokenRules.MaxFailures)
            .Aggregate(new AccessToken(), (token, n) => AccessTokenRules.Fail(token, n, Now));

        Assert.Equal(new TokenRuling.Blocked(AccessTokenRules.MaxFailures - 1), Decide(refused, null, Now));
        Assert.IsType<TokenRuling.Refresh>(Decide(refused, null, Now.AddHours(1)));
    }

    static TokenRuling Decide(AccessToken token, string? rejected, DateTimeOffset now) =>
        AccessTokenRules.Decide(token, rejected, "lease", now);
}
