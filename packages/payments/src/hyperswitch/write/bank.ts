import type { BankRedirectData } from "@specie/hyperswitch";
import { given } from "../../gateway/given.ts";
import { invalid } from "../../gateway/unsupported.ts";
import type { HyperswitchBankAccount, HyperswitchNetbanking } from "../inputs.ts";
import type { MethodBody } from "./method.ts";

export function writeNetbanking({ scheme, bank }: HyperswitchNetbanking): MethodBody {
  const schemes: Readonly<Record<HyperswitchNetbanking["scheme"], BankRedirectData>> = {
    ideal: { ideal: { bank_name: bank } },
    eps: { eps: { bank_name: bank } },
    przelewy24: { przelewy24: { bank_name: bank } },
    online_banking_czech_republic: { online_banking_czech_republic: { issuer: bank } },
    online_banking_poland: { online_banking_poland: { issuer: bank } },
    online_banking_slovakia: { online_banking_slovakia: { issuer: bank } },
    online_banking_fpx: { online_banking_fpx: { issuer: bank } },
    online_banking_thailand: { online_banking_thailand: { issuer: bank } },
    open_banking_uk: { open_banking_uk: { issuer: bank } },
  };
  return {
    payment_method: "bank_redirect",
    payment_method_type: scheme,
    payment_method_data: { bank_redirect: schemes[scheme] },
  };
}

export function writeBankAccount(account: HyperswitchBankAccount, operation: string): MethodBody {
  const need = (field: keyof HyperswitchBankAccount): string => {
    const value = account[field];
    if (value !== undefined) return value;
    throw invalid("hyperswitch", operation, `method.${field}: ${account.scheme} needs it`, `method.${field}`);
  };
  const { scheme, holderName } = account;
  const base = { payment_method: "bank_debit", payment_method_type: scheme } as const;
  switch (scheme) {
    case "ach":
      return {
        ...base,
        payment_method_data: {
          bank_debit: {
            ach_bank_debit: {
              account_number: need("accountNumber"),
              routing_number: need("routingNumber"),
              bank_account_holder_name: need("holderName"),
              bank_name: need("bankName"),
              bank_type: account.accountType ?? "checking",
              bank_holder_type: account.holderType ?? "personal",
            },
          },
        },
      };
    case "sepa": {
      const sepa = { iban: need("iban"), bank_account_holder_name: need("holderName") };
      return { ...base, payment_method_data: { bank_debit: { sepa_bank_debit: sepa } } };
    }
    case "bacs": {
      const account_number = need("accountNumber");
      const bacs = { account_number, sort_code: need("routingNumber"), bank_account_holder_name: need("holderName") };
      return { ...base, payment_method_data: { bank_debit: { bacs_bank_debit: bacs } } };
    }
    case "becs": {
      const account_number = need("accountNumber");
      const becs = given({ account_number, bsb_number: need("routingNumber"), bank_account_holder_name: holderName });
      return { ...base, payment_method_data: { bank_debit: { becs_bank_debit: becs } } };
    }
  }
}
