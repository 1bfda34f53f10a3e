using Community.Content;

namespace Community.Tests.Content;

public sealed class ContentVariantsTests
{
    [Fact]
    public void Group_always_gets_the_same_text_and_each_text_has_its_share_of_groups()
    {
        var assigned = Enumerable.Range(0, 3000)
            .Select(i => ContentVariants.Assign("tea-101", $"vip-{i}", 3))
            .ToList();

        Assert.Equal(assigned, Enumerable.Range(0, 3000).Select(i => ContentVariants.Assign("tea-101", $"vip-{i}", 3)));
        Assert.Equal([1, 2, 3], assigned.Distinct().Order());
        // Six standard deviations of a fair share.
        Assert.All(assigned.CountBy(variant => variant), share => Assert.InRange(share.Value, 845, 1155));
    }
}
