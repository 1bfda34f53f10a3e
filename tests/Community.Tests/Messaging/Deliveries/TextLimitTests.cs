using System.Text;
using Community.Messaging.Deliveries;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Messaging.Deliveries;

public class TextLimitTests
{
    const string Family = "👨‍👩‍👧";

    static readonly Gen<(string Text, int Bytes)> TextsAndLimits =
        from characters in Gen.Elements("a", "é", "茶", "…", "🍵", Family, "e\u0301", "🇨🇳").ListOf()
        from bytes in Gen.Choose(0, 60)
        select (string.Concat(characters), bytes);

    [Theory]
    [Seeds(1, 20261120)]
    public void What_is_fitted_fits(ulong seed) => Property.Check(seed, TextsAndLimits, input =>
        Assert.InRange(Encoding.UTF8.GetByteCount(TextLimit.Fit(input.Text, input.Bytes)), 0, input.Bytes));

    [Theory]
    [Seeds(1, 20261120)]
    public void What_fits_is_left_as_it_is(ulong seed) => Property.Check(seed, TextsAndLimits, input =>
        Assert.Equal(input.Text, TextLimit.Fit(input.Text, Encoding.UTF8.GetByteCount(input.Text))));

    [Theory]
    [Seeds(1, 20261120)]
    public void What_is_cut_is_the_beginning_in_whole_runes_and_an_ellipsis(ulong seed) => Property.Check(seed, TextsAndLimits, input =>
    {
        var fitted = TextLimit.Fit(input.Text, input.Bytes);
        if (fitted == input.Text || fitted.Length == 0) return;

        Assert.EndsWith("…", fitted, StringComparison.Ordinal);
        Assert.StartsWith(fitted[..^1], input.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Rune.ReplacementChar, fitted.EnumerateRunes());
    });

    [Theory]
    [InlineData("茶茶茶", 8, "茶…")]
    [InlineData("茶茶茶", 9, "茶茶茶")]
    [InlineData("茶茶茶", 5, "…")]
    [InlineData("茶茶茶", 3, "…")]
    [InlineData("茶茶茶", 2, "")]
    [InlineData("茶茶茶", 0, "")]
    public void As_much_is_kept_as_leaves_room_for_the_ellipsis(string text, int bytes, string expected) =>
        Assert.Equal(expected, TextLimit.Fit(text, bytes));

    [Fact]
    public void A_character_of_several_runes_is_kept_or_left_out_as_a_whole() =>
        Assert.Equal("茶…", TextLimit.Fit($"茶{Family}茶", 3 + 18));

    [Theory]
    [InlineData(TextLimit.RobotBytes)]
    [InlineData(TextLimit.GroupSendBytes)]
    public void A_text_of_exactly_the_limit_fits_and_one_byte_more_does_not(int limit)
    {
        Assert.True(TextLimit.Fits(new string('a', limit), limit));
        Assert.False(TextLimit.Fits(new string('a', limit + 1), limit));
    }
}
