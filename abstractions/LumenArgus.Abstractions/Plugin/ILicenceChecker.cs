using LumenArgus.Abstractions.Model;

namespace LumenArgus.Abstractions.Plugin;

/// <summary>The seed's <c>license_checker</c>: says whether rules of the tier <c>pro</c> may run.</summary>
public interface ILicenceChecker
{
    /// <summary>Checks the licence. Called at the start and with each reload; may read a file, budget 2 seconds.</summary>
    /// <param name="cancellationToken">Cancelled when the budget is spent.</param>
    /// <returns>What it found.</returns>
    ValueTask<LicenceState> CheckLicenceAsync(CancellationToken cancellationToken);
}
