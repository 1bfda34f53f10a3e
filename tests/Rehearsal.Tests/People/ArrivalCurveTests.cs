using Rehearsal.Behaviour;
using Rehearsal.People;

namespace Rehearsal.Tests.People;

public class ArrivalCurveTests
{
    static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
    static readonly DateTimeOffset From = new(2026, 12, 1, 0, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void Nobody_comes_outside_the_period()
    {
        var period = Curve().Between(From.AddHours(9), From.AddHours(33));

        Assert.Equal(From.AddHours(9), period.At(0));
        Assert.All(Shares(), share => Assert.InRange(period.At(share), From.AddHours(9), From.AddHours(33)));
    }

    [Fact]
    public void More_people_come_in_hours_of_greater_weight()
    {
        var hours = Shares().Select(share => Local(Curve().Between(From, From.AddDays(7)).At(share)).Hour).ToList();

        Assert.True(hours.Count(hour => hour == 20) > 3 * hours.Count(hour => hour == 7));
    }

    [Fact]
    public void Hour_without_weight_has_nobody()
    {
        double[] weights = [.. Enumerable.Range(0, 24).Select(hour => hour is 9 or 18 ? 1.0 : 0)];
        var period = new ArrivalCurve(weights, Shanghai).Between(From, From.AddDays(1));

        Assert.Equal([9, 18], Shares().Select(share => Local(period.At(share)).Hour).Distinct());
    }

    [Fact]
    public void Instants_grow_with_the_share()
    {
        var period = Curve().Between(From, From.AddDays(3));
        var instants = Shares().Select(period.At).ToList();

        Assert.Equal(instants.Order(), instants);
    }

    static ArrivalCurve Curve() => new(BehaviourReader.Defaults.ArrivalHours, Shanghai);

    static IEnumerable<double> Shares() => Enumerable.Range(0, 1_000).Select(number => number / 1_000.0);

    static DateTimeOffset Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Shanghai);
}
