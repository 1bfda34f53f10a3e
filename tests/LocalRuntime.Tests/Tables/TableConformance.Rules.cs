namespace LocalRuntime.Tests.Tables;

public abstract partial class TableConformance
{
    [Fact]
    public async Task Keys_of_maximum_length_are_stored()
    {
        var key = new string('k', MaxKeyLength);
        await Table.AddEntityAsync(Entity(key, key, ("A", 1)), Token);
        Assert.Equal(1, (await ReadAsync(key, key)).GetInt32("A"));
    }

    [Fact]
    public async Task Longer_key_is_refused() =>
        await RefusedAsync(400, () => Table.AddEntityAsync(Entity(new string('k', MaxKeyLength + 1), "r"), Token));

    [Theory]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    public virtual async Task Keys_have_no_slashes_hashes_question_marks_or_control_characters(string key) =>
        await RefusedAsync(400, () => Table.AddEntityAsync(Entity(key, "r"), Token));

    [Theory]
    [InlineData("it's")]
    [InlineData("a b+c%d&e=f")]
    [InlineData("😀 中文 ä")]
    [InlineData("(x),y;z:@$!*~")]
    public async Task Every_other_character_is_allowed_in_a_key(string key)
    {
        await Table.AddEntityAsync(Entity(key, key, ("A", 1)), Token);
        await Table.UpsertEntityAsync(Entity(key, key, ("A", 2)), cancellationToken: Token);
        var read = await ReadAsync(key, key);
        Assert.Equal((key, key, 2), (read.PartitionKey, read.RowKey, read.GetInt32("A")));
        Assert.Equal(204, (await Table.DeleteEntityAsync(key, key, cancellationToken: Token)).Status);
    }

    [Fact]
    public async Task String_of_32K_characters_fits_and_a_longer_one_does_not()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("A", new string('a', 32 * 1024))), Token);
        await RefusedAsync(
            400, "PropertyValueTooLarge",
            () => Table.AddEntityAsync(Entity("p", "s", ("A", new string('a', (32 * 1024) + 1))), Token));
    }

    [Fact]
    public async Task Binary_of_64_KiB_fits_and_more_does_not()
    {
        await Table.AddEntityAsync(Entity("p", "r", ("A", new byte[64 * 1024])), Token);
        await RefusedAsync(
            400, "PropertyValueTooLarge",
            () => Table.AddEntityAsync(Entity("p", "s", ("A", new byte[(64 * 1024) + 1])), Token));
    }

    [Fact]
    public virtual async Task Entity_above_1_MiB_is_refused()
    {
        var properties = Enumerable.Range(0, 17).Select(i => ($"A{i}", (object)new string('a', 32 * 1024))).ToArray();
        await RefusedAsync(400, "EntityTooLarge", () => Table.AddEntityAsync(Entity("p", "r", properties), Token));
    }

    [Fact]
    public virtual async Task Entity_has_at_most_252_properties()
    {
        var properties = Enumerable.Range(0, 253).Select(i => ($"A{i}", (object)i)).ToArray();
        await Table.AddEntityAsync(Entity("p", "r", properties[..252]), Token);
        await RefusedAsync(400, "TooManyProperties", () => Table.AddEntityAsync(Entity("p", "s", properties), Token));
        await RefusedAsync(
            400, "TooManyProperties",
            () => Table.UpsertEntityAsync(Entity("p", "r", properties[252..]), cancellationToken: Token));
    }

    [Fact]
    public virtual async Task Property_name_has_255_characters_at_most()
    {
        await Table.AddEntityAsync(Entity("p", "r", (new string('a', 255), 1)), Token);
        await RefusedAsync(
            400, "PropertyNameTooLong", () => Table.AddEntityAsync(Entity("p", "s", (new string('a', 256), 1)), Token));
    }
}
