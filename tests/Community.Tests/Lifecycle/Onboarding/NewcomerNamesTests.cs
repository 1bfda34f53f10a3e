using Community.Lifecycle.Onboarding;
using Community.Platform.Texts;
using FsCheck.Fluent;

namespace Community.Tests.Lifecycle.Onboarding;

public class NewcomerNamesTests
{
    [Fact]
    public void Few_names_are_all_told() => Assert.Equal("小林、小周、阿梅", Join("小林", "小周", "阿梅"));

    [Fact]
    public void Of_many_names_the_first_are_told_and_how_many_there_are()
    {
        var text = Join([.. Enumerable.Range(10, 40).Select(i => $"群友{i}")]);

        Assert.StartsWith("群友10、群友11、", text, StringComparison.Ordinal);
        Assert.EndsWith(" 等 40 位新朋友", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_that_are_too_long_are_replaced_by_their_number() =>
        Assert.Equal("2 位新朋友", Join(new string('长', 64), new string('名', 64)));

    [Theory]
    [Seeds(1, 20261126)]
    public void Text_is_never_longer_than_the_longest_name(ulong seed) => Property.CheckSequences(
        seed,
        Gen.Choose(1, NewcomerNames.MaxLength).Select(length => new string('字', length)),
        names => Assert.InRange(
            NewcomerNames.Join(names, Phrasebook.Chinese).Length, 0, NewcomerNames.MaxLength));

    static string Join(params string[] names) => NewcomerNames.Join(names, Phrasebook.Chinese);
}
