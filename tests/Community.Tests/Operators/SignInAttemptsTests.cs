using Community.Operators.Sessions;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Operators;

public sealed class SignInAttemptsTests
{
    [Fact]
    public void Tenth_attempt_is_the_last_of_a_window()
    {
        var attempts = Enumerable.Range(1, 9).Aggregate(
            SignInAttempts.NoneAt(Instants.Evening), (before, _) => before.Add());

        Assert.False(attempts.IsExhausted);
        Assert.True(attempts.Add().IsExhausted);
        Assert.Equal(10, attempts.Add().Add().Count);
    }

    [Fact]
    public void Window_is_a_quarter_of_an_hour_of_the_clock()
    {
        var attempts = SignInAttempts.NoneAt(Instants.Evening.AddMinutes(14));

        Assert.Equal(Instants.Evening, attempts.Window);
        Assert.Equal(Instants.Evening.AddMinutes(15), attempts.End);
    }

    [Theory]
    [Seeds(1, 20261120)]
    public void Failures_count_and_successes_do_not(ulong seed) =>
        Property.CheckSequences(seed, Gen.Elements(true, false), outcomes =>
        {
            var (attempts, failures) = (SignInAttempts.NoneAt(Instants.Evening), 0);
            foreach (var succeeds in outcomes)
            {
                Assert.Equal(failures >= 10, attempts.IsExhausted);
                if (attempts.IsExhausted) return;
                attempts = succeeds ? attempts.Add().TakeOff() : attempts.Add();
                if (!succeeds) failures++;
            }
        });
}
