namespace FunctionsApp.Platform.Storage;

/// <summary>Reads lists that come by pages as a whole.</summary>
public static class Pages
{
    const int Size = 100;

    /// <summary>The items of all pages; <paramref name="page"/> takes a size and a continuation.</summary>
    public static async Task<List<T>> ReadAllAsync<T>(Func<int, string?, Task<Slice<T>>> page)
    {
        List<T> all = [];
        string? continuation = null;
        do
        {
            var slice = await page(Size, continuation);
            all.AddRange(slice.Items);
            continuation = slice.Continuation;
        }
        while (continuation is not null);

        return all;
    }
}
