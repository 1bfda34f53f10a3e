using Rehearsal.Reports;

namespace Rehearsal.Tests.Reports;

public class BandTests
{
    [Fact]
    public void Band_holds_80_percent_of_the_values() =>
        Assert.Equal(new Band(5, 1, 9), Band.Of(Enumerable.Range(0, 11).Select(number => (double)number)));

    [Fact]
    public void One_value_is_its_own_band() => Assert.Equal(new Band(3, 3, 3), Band.Of([3]));

    [Fact]
    public void Order_of_the_values_does_not_matter() => Assert.Equal(Band.Of([1, 2, 9, 4]), Band.Of([9, 4, 2, 1]));
}
