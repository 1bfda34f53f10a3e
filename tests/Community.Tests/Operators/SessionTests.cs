using Community.Operators.Sessions;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Operators;

public sealed class SessionTests
{
    static readonly Session Fresh = Session.Start(SampleOperators.Li.Identity, Instants.Evening);

    // Minutes between the uses of a session.
    static readonly Gen<int> Pauses = Gen.Choose(0, 13 * 60);

    [Fact]
    public void Session_is_over_after_twelve_hours_without_use()
    {
        Assert.False(Fresh.IsOverAt(Instants.Evening.AddHours(12).AddTicks(-1)));
        Assert.True(Fresh.IsOverAt(Instants.Evening.AddHours(12)));
    }

    [Fact]
    public void Use_is_recorded_at_most_every_five_minutes()
    {
        Assert.Equal(Fresh, Fresh.Use(Instants.Evening.AddMinutes(5).AddTicks(-1)));
        Assert.Equal(Instants.Evening.AddMinutes(5), Fresh.Use(Instants.Evening.AddMinutes(5)).UsedAt);
    }

    [Theory]
    [Seeds(1, 20261120)]
    public void Session_lives_while_it_is_used_and_never_longer_than_seven_days(ulong seed) =>
        Property.CheckSequences(seed, Pauses, pauses =>
        {
            var (session, lastUse, now) = (Fresh, Instants.Evening, Instants.Evening);
            foreach (var pause in pauses)
            {
                now += TimeSpan.FromMinutes(pause);
                if (session.IsOverAt(now))
                {
                    var isIdle = now - lastUse > TimeSpan.FromHours(12) - TimeSpan.FromMinutes(5);
                    Assert.True(isIdle || now - Instants.Evening >= TimeSpan.FromDays(7));
                    return;
                }

                Assert.True(now - lastUse < TimeSpan.FromHours(12));
                Assert.True(now - Instants.Evening < TimeSpan.FromDays(7));
                (session, lastUse) = (session.Use(now), now);
            }
        });
}
