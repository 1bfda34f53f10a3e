using System.Buffers.Text;
using System.Text;
using FunctionsApp.Platform.Storage;

namespace FunctionsApp.Acquisition.Standings;

/// <summary>Where a list goes on that is read from several partitions: after this row key, written so that nobody builds upon it.</summary>
static class StandingContinuation
{
    public static string Write(string rowKey) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(rowKey));

    public static string Read(string continuation)
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
