using Community.Insights.Rehearsals;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Insights.Rehearsals;

public sealed class RehearsalRulesTests
{
    // Small numbers meet the ends of bands often.
    static readonly Gen<(int Low, int High, int Value)> Bands =
        from low in Gen.Choose(-3, 6)
        from width in Gen.Choose(0, 4)
        from value in Gen.Choose(-5, 12)
        select (low, low + width, value);

    [Theory]
    [Seeds(1, 2, 3)]
    public void Final_figure_is_in_the_band_below_it_or_above_it(ulong seed) => Property.Check(seed, Bands, input =>
    {
        var verdict = Judge(input, isFinal: true);

        Assert.Equal(input.Value < input.Low, verdict is RehearsalVerdict.Below);
        Assert.Equal(input.Value > input.High, verdict is RehearsalVerdict.Above);
        Assert.Equal(input.Value >= input.Low && input.Value <= input.High, verdict is RehearsalVerdict.Within);
    });

    [Theory]
    [Seeds(1, 2, 3)]
    public void Figure_of_a_thing_that_goes_on_is_pending_and_one_that_nothing_measures_unknown(ulong seed) =>
        Property.Check(seed, Bands, input =>
        {
            Assert.Equal(RehearsalVerdict.Pending, Judge(input, isFinal: false));
            Assert.Equal(RehearsalVerdict.Unknown, RehearsalRules.Judge(input.Low, input.High, observed: null));
        });

    [Theory]
    [Seeds(1, 2, 3)]
    public void Wider_band_holds_what_a_narrower_one_holds(ulong seed) => Property.Check(seed, Bands, input =>
    {
        if (Judge(input, isFinal: true) is not RehearsalVerdict.Within) return;

        Assert.Equal(
            RehearsalVerdict.Within, Judge((input.Low - 1, input.High + 1, input.Value), isFinal: true));
    });

    static RehearsalVerdict Judge((int Low, int High, int Value) input, bool isFinal) =>
        RehearsalRules.Judge(input.Low, input.High, new ObservedFigure(input.Value, isFinal));
}
