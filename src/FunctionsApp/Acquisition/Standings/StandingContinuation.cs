using System.Buffers.Text;
using System.Text;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>
/// The continuation of a list over several partitions: the last row key, encoded so that clients do not depend on it.
/// </summary>
static class StandingContinuation
{
    public static string ToText(string rowKey) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(rowKey));

    /// <summary>The row key; <see cref="BadContinuationException"/> for a text that is not a continuation.</summary>
    public static string Parse(string continuation)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(continuation));
        }
        catch (FormatException failure)
        {
            throw new BadContinuationException(failure);
        }
    }
}
