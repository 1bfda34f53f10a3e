using System.Text;
using Community.Content;
using FsCheck;
using FsCheck.Fluent;

namespace Community.Tests.Content;

public class ContentTemplateTests
{
    static readonly Gen<string> Templates =
        from parts in Gen.Elements("{group}", "{date}", "{link}", "{product}", "{price}", "茶", "a", "\n", "😀").ListOf()
        select string.Concat(parts);

    static readonly Gen<ContentValues> Values =
        from name in Gen.Choose(0, 60)
        from character in Gen.Elements('群', 'a', 'é')
        from month in Gen.Choose(1, 12)
        from price in Gen.Elements("199元", "99999999.99 USD", "10000000000 JPY", "0元")
        select new ContentValues(
            new string(character, name),
            $"{month}月28日",
            $"{SampleContent.LinkBase}0123456789",
            new string(character, 60),
            price);

    [Theory]
    [InlineData("{name}，早上好", "{name}")]
    [InlineData("{Group} {link}", "{Group}")]
    [InlineData("{ group }", "{ group }")]
    [InlineData("{}", "{}")]
    [InlineData("{群名}", "{群名}")]
    [InlineData("{group}{date}{link}{product}{price}", null)]
    [InlineData("no placeholder, } and {", null)]
    public void Placeholder_outside_the_closed_list_is_found(string text, string? unknown) =>
        Assert.Equal(unknown, ContentTemplate.FindUnknown(text));

    [Fact]
    public void Placeholders_are_filled_in()
    {
        var values = new ContentValues("茶友群", "12月1日", "https://b.example/l/1", "龙井", "199元");

        Assert.Equal(
            "茶友群 12月1日：龙井 199元 https://b.example/l/1",
            ContentTemplate.Fill("{group} {date}：{product} {price} {link}", values));
    }

    [Theory]
    [Seeds(1, 2, 3)]
    public void No_filled_text_is_longer_than_the_longest(ulong seed) =>
        Property.Check(
            seed,
            Templates.Zip(Values),
            input =>
            {
                var (template, values) = input;
                Assert.InRange(
                    Encoding.UTF8.GetByteCount(ContentTemplate.Fill(template, values)),
                    0,
                    ContentTemplate.LongestBytes(template, SampleContent.LinkBase, product: null));
            });
}
